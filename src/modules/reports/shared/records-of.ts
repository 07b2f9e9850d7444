import { type HeardFrom, isUnitRow, type ReportCell, type ReportRow } from './content.ts'
import type { Period } from '#base/period.ts'

/** A page of the product that lists what a number counts, and the capability that opens it. */
export type RecordsPage = { to: string; search?: Record<string, string | number>; needs: string }

export type AskedCell = {
  /** Name of the number of the column (db/reference/report-outline), null where the column is typed. */
  fact: string | null
  row: Pick<ReportRow, 'key' | 'indicatorCode'>
  cell: Pick<ReportCell, 'source'>
  report: { unitId: string; planId: string; period: Period; heard: readonly HeardFrom[] }
}

const years = { 'under-16': 15, 'up-to-8': 8, 'under-6': 5, 'under-5': 4 } as const
const narrowed: Readonly<Record<string, Record<string, string | number>>> = {
  ...Object.fromEntries(Object.entries(years).map(([name, toYears]) => [name, { toYears }])),
  male: { toYears: 8, sex: 'male' },
  female: { toYears: 8, sex: 'female' },
  minority: { toYears: 8, flag: 'minority' },
  poor: { toYears: 8, poverty: 'poor' },
  'near-poor': { toYears: 8, poverty: 'near-poor' },
}

/**
 * Where the records behind a number are: the report of the unit below, the children of an indicator, the list of
 * children, staff, referrals, events or urgent reports (report-outline.md, rule 1). Undefined where no page lists them.
 */
export function recordsOf(asked: AskedCell): RecordsPage | undefined {
  const { fact, cell } = asked
  if (cell.source === 'lower') return lowerPage(asked)
  if (fact === null || cell.source === 'blank') return undefined
  return fact.startsWith('target.') ? targetPage(asked) : factPage(fact, asked)
}

function lowerPage({ row, report }: AskedCell): RecordsPage | undefined {
  const below = report.heard.find(({ rowKey, reportId }) => rowKey === row.key && reportId !== null)
  return below ? { to: `/reports/${below.reportId}`, needs: 'reports.read' } : undefined
}

/** Which figures a place typed with their sources, by the code of the indicator. */
const typedCodes: ReadonlySet<string> = new Set(['qd23:1'])

function factPage(fact: string, asked: AskedCell): RecordsPage | undefined {
  const indicator = /^(.+:.+)\.(got|due)$/.exec(fact)
  if (indicator?.[1] && typedCodes.has(indicator[1])) return typedPage(indicator[1], asked)
  if (indicator?.[1]) return childrenOf(indicator[1], indicator[2] === 'got' ? 'reached' : 'all', asked)
  const [kind = '', name = ''] = fact.split('.', 2)
  return pages[kind]?.(name, asked)
}

function typedPage(code: string, { report }: AskedCell): RecordsPage {
  return { to: `/indicators/typed/${code}`, search: { areaId: report.unitId }, needs: 'indicators.read' }
}

/** The share of units in time follows from the duties, whichever page lists them for the place of the report. */
const inTimeCode = 'ecd1437:six-monthly-report'

function targetPage({ fact, row, report }: AskedCell): RecordsPage {
  if (row.indicatorCode === inTimeCode && fact === 'target.result')
    return { to: '/duties', search: { show: 'all' }, needs: 'reports.read' }
  if (row.indicatorCode === null || fact !== 'target.result')
    return { to: `/plans/${report.planId}`, needs: 'plans.read' }
  return childrenOf(row.indicatorCode, 'reached', { row: { ...row, key: 'total' }, report })
}

function childrenOf(
  code: string,
  which: 'reached' | 'all',
  { row, report: { unitId, period } }: Pick<AskedCell, 'row' | 'report'>,
): RecordsPage {
  const place = isUnitRow(row.key) ? row.key : unitId
  const group = row.key === 'none' ? 'unit=unknown' : 'all'
  return {
    to: `/indicators/children/${code}/${period}/${place}/${group}`,
    search: { which },
    needs: 'children.read',
  }
}

function children(search: Record<string, string | number>, { row, report }: AskedCell): RecordsPage {
  const place = isUnitRow(row.key) ? { villageId: row.key } : { communeId: report.unitId }
  return { to: '/children', search: { ...place, ...search }, needs: 'children.read' }
}

const staffPages: Readonly<Record<string, string>> = { health: 'health', teachers: 'teacher' }

const pages: Readonly<Record<string, (name: string, asked: AskedCell) => RecordsPage | undefined>> = {
  children: (name, asked) => children(narrowed[name] ?? { toYears: 8 }, asked),
  special: (_, asked) =>
    children({ toYears: 15, flag: asked.row.key === '4' ? 'disabled' : 'special' }, asked),
  checks: (name, asked) =>
    name === 'checked'
      ? children({ toYears: 4 }, asked)
      : { to: '/screening/referrals', needs: 'screening.read' },
  referrals: () => ({ to: '/screening/referrals', needs: 'screening.read' }),
  visits: (_, asked) => children({ toYears: 8 }, asked),
  staff: (name, { row, report }) => {
    const areaId = isUnitRow(row.key) ? row.key : report.unitId
    if (name === 'collaborators')
      return {
        to: '/organisations/collaborators',
        search: { areaId: report.unitId },
        needs: 'organisations.read',
      }
    const audience = staffPages[name]
    const search = { areaId, ...(audience ? { audience } : {}) }
    return { to: '/organisations/staff', search, needs: 'organisations.read' }
  },
  events: () => ({ to: '/calendar', needs: 'plans.read' }),
  groups: (_, asked) => children({ toYears: 15 }, asked),
  cases: () => ({ to: '/duties/urgent', needs: 'children.confidential' }),
  'self-inspections': () => ({ to: '/duties', search: { show: 'all' }, needs: 'reports.read' }),
  deaths: () => ({ to: '/duties/urgent', needs: 'children.confidential' }),
}
