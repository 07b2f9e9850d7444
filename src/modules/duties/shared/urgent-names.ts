import type { z } from 'zod'
import type {
  HarmedBy,
  InjuryCause,
  PlaceKind,
  Sex,
  Supervised,
  ToldBody,
  UrgentKind,
  UrgentSource,
} from './urgent.ts'

/** Words of the official form; short forms of the causes (wording of the form unverified). */
export const urgentNames = {
  kind: {
    'injury-death': 'trẻ em tử vong do tai nạn, thương tích',
    violence: 'trẻ em bị bạo lực',
    'sexual-abuse': 'trẻ em bị xâm hại tình dục',
    exploitation: 'trẻ em bị bóc lột',
    neglect: 'trẻ em bị bỏ rơi, bỏ mặc',
  } satisfies Record<UrgentKind, string>,
  cause: {
    '01': 'Ngã',
    '02': 'Bỏng',
    '03': 'Tai nạn giao thông',
    '04': 'Ngộ độc',
    '05': 'Vật sắc nhọn (cắt, đâm)',
    '06': 'Hóc, ngạt, dị vật',
    '07': 'Động vật cắn, đốt',
    '08': 'Đuối nước',
    '09': 'Vật liệu nổ',
    '10': 'Điện giật',
    '11': 'Khác',
  } satisfies Record<InjuryCause, string>,
  sex: { male: 'nam', female: 'nữ', unknown: 'chưa rõ' } satisfies Record<z.infer<typeof Sex>, string>,
  placeKind: {
    home: 'tại nhà',
    school: 'tại trường học',
    community: 'tại cộng đồng',
    unknown: 'chưa rõ',
  } satisfies Record<z.infer<typeof PlaceKind>, string>,
  supervised: {
    yes: 'có người trông',
    no: 'không có người trông',
    unknown: 'chưa rõ',
  } satisfies Record<z.infer<typeof Supervised>, string>,
  harmedBy: {
    parent: 'cha hoặc mẹ',
    carer: 'người chăm sóc',
    relative: 'người thân khác',
    teacher: 'giáo viên, nhân viên trường học',
    peer: 'trẻ em khác',
    other: 'người khác',
    unknown: 'chưa rõ',
  } satisfies Record<z.infer<typeof HarmedBy>, string>,
  source: {
    station: 'trạm y tế',
    school: 'trường học',
    collaborator: 'cộng tác viên, thôn',
    police: 'công an',
    hospital: 'bệnh viện',
    'hotline-111': 'Tổng đài 111',
    family: 'gia đình',
    other: 'nguồn khác',
  } satisfies Record<z.infer<typeof UrgentSource>, string>,
  told: {
    'hotline-111': 'Tổng đài 111',
    police: 'Công an',
    hospital: 'Bệnh viện, cơ sở y tế',
    'provincial-committee': 'Ủy ban nhân dân tỉnh',
  } satisfies Record<z.infer<typeof ToldBody>, string>,
} as const
