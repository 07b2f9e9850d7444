import type { Comparator } from './contract.ts'

type Aim = { comparator: Comparator; value: number; valueTo: number | null }

/**
 * Does the present value hold the target? Undefined for "fall by" and "rise by": without the value of the base year
 * nothing can be said. "Reach 90%" is held by 90 and more.
 */
export function isReached({ comparator, value, valueTo }: Aim, now: number): boolean | undefined {
  switch (comparator) {
    case 'eq':
    case 'ge':
      return now >= value
    case 'gt':
      return now > value
    case 'le':
      return now <= (valueTo ?? value)
    case 'lt':
      return now < (valueTo ?? value)
    default:
      return undefined
  }
}
