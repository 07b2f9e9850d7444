import type { Day } from '#base/day.ts'
import { doseName } from './child-services.ts'
import type { BothLanguages, ChildService, PackageItem, ServiceRecord } from './contract.ts'
import { dayNumber } from './day-number.ts'
import type { z } from 'zod'

/** A service that a child needs now, whatever the package says of its age, with the reason in words. */
export type Need = {
  itemCode: string
  opensOn: Day
  dueOn: Day
  reason: z.infer<typeof BothLanguages>
}

type Answering = Pick<ServiceRecord, 'itemCode' | 'doneOn'>

/** A record of the service on or after the first day answers the need, a refusal too. */
function isAnswered({ itemCode, opensOn }: Need, records: readonly Answering[]): boolean {
  return records.some((record) => record.itemCode === itemCode && record.doneOn >= opensOn)
}

/** What no record since its opening day has answered. */
export function openNeeds(needs: readonly Need[], records: readonly Answering[]): Need[] {
  return needs.filter((need) => !isAnswered(need, records))
}

function stateOf({ opensOn, dueOn }: Need, today: Day): 'coming' | 'due' | 'overdue' {
  if (today < opensOn) return 'coming'
  return today <= dueOn ? 'due' : 'overdue'
}

/** The services of a child with what it needs besides: a need takes the place of the quiet line of its item. */
export function withNeeds(
  services: readonly ChildService[],
  needs: readonly Need[],
  { byCode, today }: { byCode: ReadonlyMap<string, PackageItem>; today: Day },
): ChildService[] {
  const lines = needs.flatMap((need): ChildService[] => {
    const item = byCode.get(need.itemCode)
    return item ? [needLine(item, need, today)] : []
  })
  const needed = new Set(lines.map(({ itemCode }) => itemCode))
  const quiet = ({ itemCode, state }: ChildService) => needed.has(itemCode) && state === 'not-applicable'
  return [...services.filter((one) => !quiet(one)), ...lines]
}

function needLine(item: PackageItem, need: Need, today: Day): ChildService {
  const state = stateOf(need, today)
  return {
    itemCode: item.code,
    domain: item.domain,
    dose: null,
    name: doseName(item, null),
    mandatory: item.mandatory,
    state,
    opensOn: need.opensOn,
    deadline: need.dueOn,
    daysLate: state === 'overdue' ? dayNumber(today) - dayNumber(need.dueOn) : 0,
    ...{ answeredOn: null, recordId: null, answer: null, reason: null },
    why: { kind: 'need', ...need.reason },
  }
}
