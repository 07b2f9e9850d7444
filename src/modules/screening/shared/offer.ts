import { addMonths, type Day } from '#base/day.ts'
import type { OfferedTool, StoredScreening } from './contract.ts'
import { isInForceOn, screeningAge } from './result.ts'
import type { Tool } from './tool.ts'

/** The day for which a tool is due: what the last form asked for, else the newest age of its timetable that came. */
function dueOn(tool: Tool, bornOn: Day, last: StoredScreening | undefined, today: Day): Day | null {
  if (last?.nextOn && last.nextOn <= today) return last.nextOn
  const passed = tool.scheduleMonths.map((months) => addMonths(bornOn, months)).filter((day) => day <= today)
  const newest = passed.at(-1)
  if (newest === undefined) return null
  return last && last.screenedOn >= newest ? null : newest
}

/** The versions in force that fit the child's age today, those that are due first. */
export function offeredTools(
  tools: readonly Tool[],
  { bornOn }: { bornOn: Day },
  screenings: readonly StoredScreening[],
  today: Day,
): OfferedTool[] {
  const months = screeningAge(bornOn, today, 0)
  return tools
    .filter((tool) => tool.purpose === 'child' && isInForceOn(tool, today))
    .filter(({ fromMonths, toMonths }) => months >= fromMonths && Math.floor(months) <= toMonths)
    .map((tool) => {
      const last = screenings.find((one) => one.tool === tool.tool && one.undoneAt === null)
      return { tool: tool.tool, dueOn: dueOn(tool, bornOn, last, today) }
    })
    .toSorted((a, b) => Number(a.dueOn === null) - Number(b.dueOn === null))
}
