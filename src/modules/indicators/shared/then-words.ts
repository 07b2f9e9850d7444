import type { Language } from '#base/messages.ts'
import type { WhyNotThen } from './contract.ts'

const words = {
  vi: {
    part: (units: string) =>
      `Không tính được: chỉ một phần của ${units} nhập vào đơn vị khác, phần còn lại ở nơi khác, nên số liệu không chia ra được.`,
    unplaced: (units: string) =>
      `Chưa tính được: ở ${units} còn trẻ chưa rõ trước đây thuộc đơn vị nào. Hãy ghi thôn cho các trẻ này hoặc xếp xong danh sách chờ xếp.`,
    wider: () => 'Không tính được ở đây: đất của đơn vị này nay thuộc nhiều địa bàn. Hãy xem ở cấp trên.',
    unknown: (units: string) =>
      `Không tính được: chưa có danh sách cho biết ${units || 'nơi này'} vào ngày đó gồm những đơn vị nào. Hãy nhập danh sách đơn vị hành chính cũ.`,
    ended: (units: string) => `${units} không còn là đơn vị hiện nay. Hãy chọn "Đơn vị lúc đó".`,
  },
  en: {
    part: (units: string) =>
      `Cannot be told: only a part of ${units} went into another unit and the rest elsewhere, and a figure cannot be divided.`,
    unplaced: (units: string) =>
      `Cannot be told yet: in ${units} there are children whose former unit is not known. Record their villages, or finish the list of those who wait for a place.`,
    wider: () =>
      'Cannot be told here: the land of this unit lies in several places today. Look at the level above.',
    unknown: (units: string) =>
      `Cannot be told: no list says what ${units || 'this place'} was made of on that day. Import the former units.`,
    ended: (units: string) => `${units} is no unit of today. Choose "Units of that day".`,
  },
} as const satisfies Record<Language, Record<WhyNotThen['reason'], (units: string) => string>>

/** Why a figure of an earlier day is refused, and what can be done. */
export function whyNotThenInWords({ reason, units }: WhyNotThen, language: Language): string {
  return words[language][reason](units.join(', '))
}
