import type { ChildFacts, Condition, Fact } from './contract.ts'

/** `unknown` when the register does not hold the fact: such a service is never due by itself. */
export type Held = 'yes' | 'no' | 'unknown'

function known(value: boolean | null): Held {
  if (value === null) return 'unknown'
  return value ? 'yes' : 'no'
}

/** Whether the value is one of those asked for; an unknown value is not known to be. */
function isOneOf<Value>(value: Value | null, asked: readonly Value[]): Held {
  return known(value === null ? null : asked.includes(value))
}

/** Yes, no, or unknown where the register does not say: what is unknown never makes a service due. */
export function factHolds(fact: Fact, child: ChildFacts): Held {
  switch (fact.fact) {
    case 'poverty':
      return isOneOf(child.poverty, fact.is)
    case 'education':
      return isOneOf(child.education, fact.is)
    case 'area':
      return known(child.areaFeatures?.some((one) => fact.is.includes(one)) ?? null)
    case 'minority':
      return known(child.minority)
    case 'disabled':
      return known(child.disabled)
    case 'special-circumstance':
      return known(child.specialCircumstance)
    case 'unknown':
      return 'unknown'
  }
}

function conditionHolds(condition: Condition, child: ChildFacts): Held {
  let held: Held = 'no'
  for (const fact of condition.anyOf) {
    const one = factHolds(fact, child)
    if (one === 'yes') return 'yes'
    if (one === 'unknown') held = 'unknown'
  }
  return held
}

/** Whether every condition holds for the child, with today's facts. */
export function conditionsHold(conditions: readonly Condition[], child: ChildFacts): Held {
  let held: Held = 'yes'
  for (const condition of conditions) {
    const one = conditionHolds(condition, child)
    if (one === 'no') return 'no'
    if (one === 'unknown') held = 'unknown'
  }
  return held
}
