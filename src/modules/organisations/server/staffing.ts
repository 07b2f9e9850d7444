import { formatDay } from '#base/day.ts'
import { translate } from '#base/messages.ts'
import { isOn } from '#base/span.ts'
import { spreadsheetFile } from '#platform/documents/office-files.ts'
import type { SheetColumn } from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import type { UnitStaffing } from '../shared/contract.ts'
import type { StaffSearch } from '../shared/contract-staff.ts'
import { organisationsMessages } from '../shared/messages.ts'
import { getPlace } from './place.ts'
import { countBoards } from './queries-boards.ts'
import { listBodiesWithoutHead } from './queries-heads.ts'
import { listFocal } from './queries-focal.ts'
import { countVillages } from './queries-places.ts'
import { countByAudience, listStaff } from './queries-staff.ts'
import { listOrganisations } from './queries.ts'

/** Who works for children in a place today, and what is missing. */
export async function staffingOf({ actor, db, clock }: Reading, areaId: string): Promise<UnitStaffing> {
  const today = clock.today()
  const place = await getPlace(db, actor, areaId)
  const day = { day: today, withEnded: false, below: false, above: false }
  const organisations = await listOrganisations(db, place, day)
  const focal = (await listFocal(db, place.id)).find((one) => isOn(one, today))
  const boards = await countBoards(db, place, today)
  const villages = await countVillages(db, place, today)
  const byAudience = await countByAudience(db, place, today)
  return {
    areaId: place.id,
    organisations: organisations.length,
    bodiesWithoutHead: (await listBodiesWithoutHead(db, place.id, today)).length,
    focal: focal ?? null,
    boards: boards.boards,
    followupsOpen: boards.open,
    followupsOverdue: boards.overdue,
    villages: villages.villages,
    villagesWithoutCollaborator: villages.without,
    protectionWorkers: byAudience.find(({ audience }) => audience === 'protection-worker')?.people ?? 0,
    byAudience,
  }
}

const columns: SheetColumn[] = [
  ['Họ và tên', 28],
  ['Nhóm', 30],
  ['Nhiệm vụ', 30],
  ['Nơi làm việc', 24],
  ['Cơ quan, cơ sở', 34],
  ['Từ ngày', 13],
  ['Đến ngày', 13],
  ['Trợ cấp (đồng/tháng)', 16],
  ['Điện thoại', 15],
  ['Trình độ', 24],
].map(([heading, width]) => ({ heading: String(heading), width: Number(width), kind: 'text' }))

/** One row a post. The mount writes the export to the audit. */
export async function exportStaff({ actor, db, clock }: Reading, search: StaffSearch): Promise<FileReply> {
  const today = clock.today()
  const place = await getPlace(db, actor, search.areaId)
  const staff = await listStaff(db, place, { ...search, today })
  const rows = staff.flatMap((person) =>
    person.posts
      .filter((post) => search.withEnded || isOn(post, today))
      .map((post) => [
        person.fullName,
        translate(organisationsMessages, actor.language, `organisations.audience-${post.audience}`),
        post.title,
        post.areaName,
        post.organisationName ?? post.workplace,
        formatDay(post.validFrom),
        post.validTo === null ? null : formatDay(post.validTo),
        post.allowance === null ? null : String(post.allowance),
        person.phone,
        person.qualification,
      ]),
  )
  const notes = [
    `Người làm việc với trẻ em của ${place.name}, xuất ngày ${formatDay(today)}: ${staff.length} người.`,
  ]
  return spreadsheetFile(`nhan-su-${today}`, [{ name: 'Nhân sự', notes, columns, rows }])
}
