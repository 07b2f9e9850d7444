import { formatDay } from '#base/day.ts'
import { documentFile, type DocumentFormat } from '#platform/documents/office-files.ts'
import { outlineMark, type Block } from '#platform/documents/tree.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import { findInstallation } from '#modules/accounts/server/public.ts'
import { findArea } from '#modules/areas/server/public.ts'
import type { Notice, ProcessingRecord } from '../shared/contract.ts'
import { measures, purposes } from '../shared/processing.ts'
import { isCoreData } from '../shared/rules.ts'
import { letterOf } from './letter.ts'
import { findSettings } from './queries.ts'
import { countChildrenHeld, countFigures, countRows, listRoleHolders } from './queries-record.ts'

async function contactOf(db: Reading['db']): Promise<Notice['contact']> {
  const settings = await findSettings(db)
  if (!settings) return null
  const { dayKind: _, ...contact } = settings
  return contact
}

/** What anybody may read before signing in; without figures. */
export async function noticeOf(db: Reading['db']): Promise<Notice> {
  const installation = await findInstallation(db)
  const unit = installation ? await findArea(db, installation.areaId) : undefined
  return {
    unit: unit?.fullName ?? null,
    contact: await contactOf(db),
    purposes: purposes.map(({ name, data, base, kept }) => ({ name, data, base, kept })),
  }
}

/** Hồ sơ xử lý dữ liệu cá nhân, from what is in the database now, for the area that is acted under. */
export async function processingRecord({ db, actor, clock }: Reading): Promise<ProcessingRecord> {
  const today = clock.today()
  const children = await countChildrenHeld(db)
  const counted = []
  for (const { key: _, table, ...purpose } of purposes)
    counted.push({ ...purpose, records: await countRows(db, table) })
  return {
    unit: actor.area.name,
    madeOn: today,
    contact: await contactOf(db),
    children,
    isCore: isCoreData(children),
    purposes: counted,
    roles: await listRoleHolders(db, today),
    measures: [...measures],
    figures: await countFigures(db, today),
  }
}

export async function processingRecordFile(context: Reading, format: DocumentFormat): Promise<FileReply> {
  const record = await processingRecord(context)
  const document = letterOf(context, { subject: 'Hồ sơ xử lý dữ liệu cá nhân', body: recordBody(record) })
  const file = { ...document, typeName: 'Hồ sơ', addressees: [] }
  return documentFile(file, format, `ho-so-xu-ly-du-lieu-${record.madeOn}`)
}

const clauses = (lines: readonly string[]): Block[] =>
  lines.map((text) => ({ kind: 'clause', mark: '-', text }))

export function recordBody(record: ProcessingRecord): Block[] {
  const { contact, figures } = record
  const sections: [title: string, blocks: Block[]][] = [
    [
      'Đơn vị và người phụ trách',
      clauses([unitLine(record), contact ? contactLine(contact) : 'Chưa ghi người phụ trách dữ liệu.']),
    ],
    ['Mục đích, dữ liệu và căn cứ', [purposeTable(record)]],
    ['Người được tiếp cận', clauses(record.roles.map(({ name, holders }) => `${name}: ${holders} người.`))],
    ['Biện pháp bảo vệ', clauses(record.measures)],
    [
      'Thực hiện quyền của gia đình',
      clauses([
        `Đồng ý đang có hiệu lực: ${figures.consentsStanding}.`,
        `Yêu cầu đang giải quyết: ${figures.requestsOpen}, trong đó quá hạn: ${figures.requestsLate}.`,
        `Trẻ đã được xóa dữ liệu: ${figures.erasures}. Sự cố đang xử lý: ${figures.breachesOpen}.`,
      ]),
    ],
  ]
  return sections.flatMap(([text, blocks], index) => [
    { kind: 'heading', level: 1, mark: outlineMark(1, index), text } as const,
    ...blocks,
  ])
}

function unitLine({ unit, madeOn, children, isCore }: ProcessingRecord): string {
  const core = isCore
    ? ' Dữ liệu nhạy cảm của 100.000 người trở lên: dữ liệu cốt lõi (Quyết định 20/2025/QĐ-TTg).'
    : ''
  return `${unit}, lập ngày ${formatDay(madeOn)}; dữ liệu của ${children} trẻ.${core}`
}

function contactLine(contact: NonNullable<Notice['contact']>): string {
  const parts = [contact.contactName, contact.contactPhone, contact.contactEmail, contact.contactAddress]
  return `Phụ trách dữ liệu: ${parts.filter((part) => part !== '').join(', ')}.`
}

function purposeTable({ purposes: list }: ProcessingRecord): Block {
  return {
    kind: 'table',
    columns: [
      { heading: 'Mục đích', share: 3, align: 'left' },
      { heading: 'Dữ liệu', share: 3.5, align: 'left' },
      { heading: 'Loại', share: 1.3, align: 'center' },
      { heading: 'Căn cứ', share: 3.5, align: 'left' },
      { heading: 'Lưu giữ', share: 2.5, align: 'left' },
      { heading: 'Số dòng', share: 1.3, align: 'right' },
    ],
    rows: list.map(({ name, data, dataClass, base, kept, records }) => ({
      cells: [name, data, dataClass, base, kept, String(records)],
    })),
  }
}
