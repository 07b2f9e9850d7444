import { cliCommand, type CliArguments, type CliContext, WrongCall } from '#platform/cli/command.ts'
import { formatDay, type Day, vietnamDay } from '#base/day.ts'
import { everywhere, type Db } from '#platform/db/types.ts'
import { findInstallation } from '#modules/accounts/server/public.ts'
import { findAreaByCode, getArea } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { translate } from '#base/messages.ts'
import { Year, type Duty, type DutyBelow } from '../shared/contract.ts'
import { dutiesMessages } from '../shared/messages.ts'
import { dutyPeriodName } from '../shared/periods.ts'
import { dutiesProblem } from '../shared/problems.ts'
import { dutiesBelow, dutiesOfPlace } from './read.ts'

export const dutiesCommands = [
  cliCommand({
    noun: 'duty',
    verb: 'list',
    usage: '[--area CODE] [--year YYYY] [--late] [--below] [--json]',
    about: 'Báo cáo nào, trước ngày nào, đã gửi chưa; --below: bao nhiêu đơn vị cấp dưới đã gửi, chậm.',
    needsDatabase: true,
    options: ['area', 'year', 'late', 'below', 'json'],
    run: runList,
  }),
]

async function runList(args: CliArguments, context: CliContext): Promise<number> {
  const today = context.clock.today()
  const year = Year.safeParse(args.options['year'] ?? today.slice(0, 4))
  if (!year.success) throw new WrongCall('--year phải là một năm, ví dụ 2026.')
  const when = { year: year.data, today }
  const isBelow = args.options['below'] === 'true'
  const onlyLate = args.options['late'] === 'true'
  return context.reading(everywhere, async (db) => {
    const area = await findPlace(db, args.options['area'], today)
    if (isBelow && area.kind !== 'province' && area.kind !== 'nation')
      throw dutiesProblem('duties.no-units-below')
    const found = isBelow ? await dutiesBelow(db, area, when) : await dutiesOfPlace(db, area, when)
    if (args.options['json'] === 'true') {
      const isKept = (duty: Duty | DutyBelow) => !onlyLate || isLate(duty)
      context.print(JSON.stringify({ ...found, area: area.name, duties: [...found.duties].filter(isKept) }))
      return 0
    }
    const lines =
      'lower' in found
        ? found.duties.map((duty) => [duty, belowLine(duty, found.lower)] as const)
        : found.duties.map((duty) => [duty, dutyLine(duty)] as const)
    for (const [duty, line] of lines) if (!onlyLate || isLate(duty)) context.print(line)
    return 0
  })
}

function isLate(duty: Duty | DutyBelow): boolean {
  return 'state' in duty ? duty.state === 'late' : duty.late > 0
}

const dayText = (day: Day | null) => (day === null ? 'chưa có ngày' : formatDay(day))

function dutyLine({ dueOn, state, sentAt, isSentLate, name, period, code }: Duty): string {
  const words = translate(dutiesMessages, 'vi', `duties.state-${state}`)
  const day = sentAt === null ? '' : formatDay(vietnamDay(new Date(sentAt)))
  const late = isSentLate ? ` (${translate(dutiesMessages, 'vi', 'duties.sent-late', { day })})` : ''
  return `${dayText(dueOn)}  ${words}${late}  ${name}, ${dutyPeriodName(period)} [${code}]`
}

function belowLine({ dueOn, sent, all, late, name, period, code }: DutyBelow, lower: string): string {
  const behind = late > 0 ? `, ${late} quá hạn` : ''
  return `${dayText(dueOn)}  ${sent}/${all} ${lower} đã gửi${behind}  ${name}, ${dutyPeriodName(period)} [${code}]`
}

/** The place that is named, or the one this installation works for. */
async function findPlace(db: Db, code: string | undefined, today: Day): Promise<Area> {
  if (code === undefined) {
    const installation = await findInstallation(db)
    if (!installation) throw new WrongCall('Thiếu --area: chương trình chưa được thiết lập cho đơn vị nào.')
    return getArea(db, installation.areaId)
  }
  const area = await findAreaByCode(db, code, today)
  if (!area) throw dutiesProblem('duties.no-such-area', { code })
  return area
}
