import type { Language } from '#base/messages.ts'
import { actions, fieldNames } from './audit-actions.ts'
import type { AuditKind } from './audit-contract.ts'

type Words = Readonly<Record<Language, Readonly<Record<string, string>>>>

export const kindNames: Readonly<Record<Language, Readonly<Record<AuditKind, string>>>> = {
  vi: { done: 'Làm', seen: 'Xem', exported: 'Xuất tệp' },
  en: { done: 'Did', seen: 'Saw', exported: 'Exported' },
}

export const deviceNames: Words = {
  vi: { phone: 'Điện thoại', tablet: 'Máy tính bảng', computer: 'Máy tính', program: 'Chương trình' },
  en: { phone: 'Phone', tablet: 'Tablet', computer: 'Computer', program: 'Program' },
}

/** Purposes of processing by the part of the product; the processing record names them with their legal base. */
const purposes: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  accounts: ['Quản trị tài khoản và an toàn', 'Accounts and security'],
  audit: ['Kiểm tra việc truy cập dữ liệu', 'Checking access to data'],
  children: ['Quản lý danh sách trẻ em của địa phương', 'Keeping the register of children'],
  services: ['Theo dõi dịch vụ cho trẻ', 'Following services for children'],
  growth: ['Theo dõi tăng trưởng và dinh dưỡng', 'Following growth and nutrition'],
  screening: ['Sàng lọc phát triển', 'Screening development'],
  indicators: ['Tính số liệu và tìm trẻ chưa được phục vụ', 'Figures, and children not yet served'],
  reports: ['Lập báo cáo', 'Making reports'],
  privacy: ['Giải quyết yêu cầu về dữ liệu của gia đình', 'Answering requests of families about data'],
  protection: ['Bảo vệ trẻ em', 'Protecting children'],
  referrals: ['Chuyển tuyến, kết nối dịch vụ', 'Referring to services'],
}

const place = { vi: 0, en: 1 } as const

/** An action without a name here shows its code: better than nothing said. */
export function actionName(action: string, language: Language): string {
  return actions[action]?.[place[language]] ?? action
}

/** Fields by the words of the pages. */
export function fieldName(field: string, language: Language): string {
  return fieldNames[field]?.[place[language]] ?? field
}

/** An action of a later edition has no words yet and is shown by its own name. */
export function hasActionName(action: string): boolean {
  return action in actions
}

/** Commands that the search offers. */
export const namedCommands: readonly string[] = Object.keys(actions).filter(
  (action) => !action.startsWith('/'),
)

/** For what an entry's kind of work is done, by the first word of the command or the address. */
export function purposeOf(action: string, language: Language): string {
  const words = action.split(/[./]/).filter((word) => word !== '' && !word.startsWith(':'))
  const [part = ''] = [...words].reverse().filter((word) => word in purposes)
  return (purposes[part] ?? purposes['children'])?.[place[language]] ?? ''
}
