import { addDays, type Day, daysBetween, endOfMonth, formatDay } from '#base/day.ts'
import { type Language, translate } from '#base/messages.ts'
import { schoolYearOf } from '#modules/children/shared/facts.ts'
import { factHolds } from './conditions.ts'
import type { ChildFacts, Fact, PackageItem, Rhythm, Why } from './contract.ts'
import { whyMessages } from './messages-why.ts'
import { daysOfMonth } from './windows.ts'

/** A line of the list of work: which window of which item it is. */
export type DueWindow = { item: PackageItem; dose: number | null; opensOn: Day; deadline: Day }

type Asked = DueWindow & { child: ChildFacts; today: Day }
type Said = { kind: Why['kind']; text: (language: Language) => string }

/** "61 days" is said as people say it: "2 tháng tuổi"; from two years on in years. */
function ageText(days: number, language: Language): string {
  const months = Math.round(days / daysOfMonth)
  if (months < 1) return translate(whyMessages, language, 'services.why-days', { count: days })
  if (months < 24 || months % 12 !== 0)
    return translate(whyMessages, language, 'services.why-months', { count: months })
  return translate(whyMessages, language, 'services.why-years', { count: months / 12 })
}

/** The age by which a service ends: the day after its last one. */
const endAge = ({ toDays }: PackageItem, language: Language): string => ageText(toDays + 1, language)

/** A round within one calendar month goes by the month, as vitamin A days do; others by their days. */
function roundText({ opensOn, deadline }: DueWindow, language: Language): string {
  const [year = '', month = ''] = opensOn.split('-')
  return opensOn.endsWith('-01') && endOfMonth(opensOn) === deadline
    ? translate(whyMessages, language, 'services.why-month', { month: Number(month), year })
    : translate(whyMessages, language, 'services.why-from-to', {
        from: formatDay(opensOn),
        to: formatDay(deadline),
      })
}

function catchUpText({ item, child, deadline }: Asked): Said['text'] {
  const last = formatDay(addDays(child.bornOn, item.catchUpToDays ?? item.toDays))
  return (language) =>
    translate(whyMessages, language, 'services.why-catch-up', { deadline: formatDay(deadline), last })
}

/** Given once, or one dose of a timetable: late, moved by the dose before it, or of age. */
function byAge(asked: Asked, fromDays: number, gapDays: number): Said {
  const { child, opensOn, deadline, today } = asked
  if (deadline < today) return { kind: 'catch-up', text: catchUpText(asked) }
  if (daysBetween(child.bornOn, opensOn) > fromDays)
    return {
      kind: 'dose',
      text: (language) => translate(whyMessages, language, 'services.why-dose', { days: gapDays }),
    }
  return {
    kind: 'age',
    text: (language) =>
      fromDays < 2
        ? translate(whyMessages, language, 'services.why-born')
        : translate(whyMessages, language, 'services.why-age', { age: ageText(fromDays, language) }),
  }
}

function byRound(asked: Asked, { graceDays }: Extract<Rhythm, { kind: 'campaign' }>): Said {
  const { deadline, today } = asked
  const last = formatDay(addDays(deadline, graceDays))
  return {
    kind: deadline < today ? 'catch-up' : 'round',
    text: (language) => {
      const round = roundText(asked, language)
      return deadline < today
        ? translate(whyMessages, language, 'services.why-round-late', { round, last })
        : translate(whyMessages, language, 'services.why-round', { round })
    },
  }
}

/** Months between two times: of the later stage when the window lies in it. */
function monthsBetween({ child, opensOn }: Asked, rhythm: Extract<Rhythm, { kind: 'every' }>): number {
  const age = Math.round(daysBetween(child.bornOn, opensOn) / daysOfMonth)
  return rhythm.then && age >= rhythm.then.fromMonths ? rhythm.then.months : rhythm.months
}

function byRhythm(asked: Asked, rhythm: Extract<Rhythm, { kind: 'every' }>): Said {
  const months = monthsBetween(asked, rhythm)
  return {
    kind: 'rhythm',
    text: (language) =>
      translate(whyMessages, language, months === 1 ? 'services.why-monthly' : 'services.why-every', {
        months,
        age: endAge(asked.item, language),
      }),
  }
}

function bySchoolYear({ opensOn }: Asked): Said {
  const year = schoolYearOf(opensOn)
  return {
    kind: 'school-year',
    text: (language) => translate(whyMessages, language, 'services.why-school-year', { year }),
  }
}

/** A dose has an age and a least gap of its own. */
function byDose(asked: Asked, { doses }: Extract<Rhythm, { kind: 'doses' }>): Said {
  const found = doses.find((one) => one.dose === asked.dose)
  return byAge(asked, found?.fromDays ?? asked.item.fromDays, found?.minGapDays ?? 0)
}

function cause(asked: Asked): Said | undefined {
  const { item } = asked
  const { rhythm } = item
  switch (rhythm.kind) {
    case 'once':
      return byAge(asked, item.fromDays, 0)
    case 'doses':
      return byDose(asked, rhythm)
    case 'every':
      return byRhythm(asked, rhythm)
    case 'campaign':
      return byRound(asked, rhythm)
    case 'school-year':
      return bySchoolYear(asked)
    case 'on-need':
      return undefined
  }
}

/** What of a fact is true of this child, in words; nothing of what the register does not know. */
function factWords(fact: Fact, child: ChildFacts, language: Language): string[] {
  if (factHolds(fact, child) !== 'yes' || fact.fact === 'unknown') return []
  if (fact.fact === 'poverty')
    return [translate(whyMessages, language, `services.why-${child.poverty ?? 'none'}`)]
  if (fact.fact === 'education') return [educationWords(child.education, language)]
  if (fact.fact !== 'area') return [translate(whyMessages, language, `services.why-${fact.fact}`)]
  return (child.areaFeatures ?? [])
    .filter((one) => fact.is.includes(one))
    .map((one) => translate(whyMessages, language, `services.why-area-${one}`))
}

function educationWords(education: ChildFacts['education'], language: Language): string {
  return education === null || education === 'none'
    ? translate(whyMessages, language, 'services.why-not-in-school')
    : translate(whyMessages, language, `services.why-${education}`)
}

function conditionWords({ item, child }: Asked, language: Language): string[] {
  return item.conditions.flatMap(({ anyOf }) => anyOf.flatMap((fact) => factWords(fact, child, language)))
}

/**
 * Why the service is on the list: what makes the window (age, dose, round, school year, rhythm) and the conditions
 * that this child meets, in both languages. Undefined for what is given on need: a need says its own reason.
 */
export function whyDue(asked: Asked): Why | undefined {
  const said = cause(asked)
  if (!said) return undefined
  const text = (language: Language) => [said.text(language), ...conditionWords(asked, language)].join('; ')
  return { kind: said.kind, vi: text('vi'), en: text('en') }
}
