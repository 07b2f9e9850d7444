import type { Block, OfficialDocument } from '#platform/documents/tree.ts'
import type { Reading } from '#platform/http/route.ts'
import { bareName, nameInSentence } from '#modules/areas/shared/rules.ts'

/** An official letter of the unit that is acted under, still without number and day (NĐ 30/2020/NĐ-CP Art. 15). */
export function letterOf(
  { actor, clock }: Pick<Reading, 'actor' | 'clock'>,
  { subject, body }: { subject: string; body: readonly Block[] },
): OfficialDocument {
  const { name } = actor.area
  return {
    superior: null,
    issuer: `Ủy ban nhân dân ${nameInSentence(name)}`,
    number: null,
    symbol: 'UBND-VX',
    place: bareName(name),
    date: { day: null, month: null, year: Number(clock.today().slice(0, 4)) },
    typeName: 'Thông báo',
    subject,
    addressees: ['Gia đình trẻ'],
    bases: [
      'Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15',
      'Căn cứ Nghị định số 356/2025/NĐ-CP ngày 31 tháng 12 năm 2025 của Chính phủ',
    ],
    body,
    recipients: ['Như trên', 'Lưu: VT'],
    signature: { power: ['TM. Ủy ban nhân dân'], title: 'Chủ tịch', name: null },
    annexes: [],
  }
}
