import { Capability } from './roles.ts'

export type RoleFault =
  | { kind: 'needs'; capability: Capability; needed: Capability }
  | { kind: 'not-in-own-roles'; capability: Capability }
  | { kind: 'not-yours-to-give'; capability: Capability }

/** Managing accounts goes with the administrator's role only: who appoints must not see children. */
const onlyStandard: readonly Capability[] = ['accounts.manage', 'accounts.grant']

/** Services, growth and screening are of children with their names. */
const aboutChildren = /^(services|growth|screening)\.(read|record)$/

/** The package is about no child; an auditor reviews who opened what without seeing the children. */
const alone: readonly Capability[] = ['services.manage-package', 'children.review-openings']

/** What must be held before `capability` makes sense: to change something one must see it. */
export function neededFor(capability: Capability): Capability[] {
  if (alone.includes(capability)) return []
  const [module = ''] = capability.split('.')
  const read = Capability.safeParse(`${module}.read`)
  const needed: Capability[] = []
  if (read.success && read.data !== capability) needed.push(read.data)
  if (capability === 'organisations.review-own-level') needed.push('organisations.review-heads')
  if (aboutChildren.test(capability)) needed.push('children.read')
  return needed
}

/**
 * Why a set of capabilities cannot be a role of one's own; empty when it can. `givable`: everything that the roles
 * contain which its maker may give, so that nobody makes a role larger than those.
 */
export function roleFaults(capabilities: readonly Capability[], givable: ReadonlySet<string>): RoleFault[] {
  const held = new Set(capabilities)
  return capabilities.flatMap((capability): RoleFault[] => {
    if (onlyStandard.includes(capability)) return [{ kind: 'not-in-own-roles', capability }]
    if (!givable.has(capability)) return [{ kind: 'not-yours-to-give', capability }]
    return neededFor(capability)
      .filter((needed) => !held.has(needed))
      .map((needed) => ({ kind: 'needs', capability, needed }))
  })
}
