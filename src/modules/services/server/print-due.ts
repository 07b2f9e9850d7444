import { mediaTypes } from '#base/file-kinds.ts'
import { formatDay } from '#base/day.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import { writeSheetPdf } from '#platform/documents/sheet-pdf.ts'
import { getArea } from '#modules/areas/server/public.ts'
import type { FindDuePaper } from '../shared/requests.ts'
import { duePaper } from './due-paper.ts'
import { listForPaper } from './due.ts'
import { packagesOf } from './package.ts'

/** Who gives it, in the words of the paper. */
const providerWords: Readonly<Record<string, string>> = {
  'health-station': 'việc của trạm y tế',
  'health-facility': 'việc của bệnh viện, phòng khám',
  'village-collaborator': 'việc của cộng tác viên',
  'village-health-worker': 'việc của y tế thôn',
  preschool: 'việc của trường mầm non',
  'primary-school': 'việc của trường tiểu học',
  'womens-union': 'việc của Hội Phụ nữ',
  'commune-committee': 'việc của Ủy ban nhân dân xã',
  'protection-worker': 'việc của người làm công tác bảo vệ trẻ em',
}

const educationWords = {
  none: 'trẻ chưa đi học',
  nursery: 'trẻ nhà trẻ',
  kindergarten: 'trẻ mẫu giáo',
  primary: 'trẻ tiểu học',
} as const

async function choiceWords({ actor, db, clock }: Reading, search: FindDuePaper): Promise<string> {
  const { itemCode, provider, education, state, withinDays } = search
  const { byCode } = (await packagesOf(db)).at(actor.area.lft, clock.today())
  const when = withinDays === 0 ? 'quá hạn và đến hạn hôm nay' : `quá hạn và đến hạn trong ${withinDays} ngày`
  const words = [
    state === 'overdue' ? 'chỉ việc quá hạn' : when,
    itemCode === undefined ? undefined : byCode.get(itemCode)?.name.vi,
    provider === undefined ? undefined : providerWords[provider],
    education === undefined ? undefined : educationWords[education],
  ].filter((one) => one !== undefined)
  return words.join(', ').replace(/^./, (first) => first.toUpperCase())
}

/** The list as a PDF for print; written to the audit as an export of its children. */
export async function printDue(context: Reading, search: FindDuePaper): Promise<FileReply> {
  const { actor, db, clock } = context
  const asked = search.villageId ?? search.communeId
  const [children, place, choice] = await Promise.all([
    listForPaper(context, search),
    asked === undefined ? actor.area : getArea(db, asked),
    choiceWords(context, search),
  ])
  const { paper, by } = search
  const today = clock.today()
  const sheet = duePaper({ children, placeName: place.name, today, paper, by, choice })
  const name = paper === 'calls' ? 'goi-dien' : 'phieu-den-han'
  return {
    fileName: `${name}-${formatDay(today).replaceAll('/', '-')}.pdf`,
    mediaType: mediaTypes.pdf,
    bytes: await writeSheetPdf(sheet),
    childIds: children.map(({ childId }) => childId),
  }
}
