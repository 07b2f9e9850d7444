import type { Language } from '#base/messages.ts'
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

/** Names of commands and of what is read, as a person who is not of the trade understands them. */
const actions: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  'accounts.set-up': ['Thiết lập lần đầu', 'First set-up'],
  'accounts.person-invited': ['Mời người dùng', 'Invited a person'],
  'accounts.person-disabled': ['Khóa tài khoản', 'Disabled an account'],
  'accounts.person-enabled': ['Mở lại tài khoản', 'Enabled an account'],
  'accounts.password-chosen': ['Đặt mật khẩu', 'Chose a password'],
  'accounts.signed-in': ['Đăng nhập', 'Signed in'],
  'accounts.signed-out': ['Đăng xuất', 'Signed out'],
  'accounts.sign-in-failed': ['Đăng nhập không thành công', 'Failed to sign in'],
  'accounts.granted': ['Cấp quyền', 'Gave a grant'],
  'accounts.grant-ended': ['Kết thúc quyền', 'Ended a grant'],
  'accounts.break-glass': ['Mở hồ sơ khẩn cấp', 'Opened a record in an emergency'],
  'children.registered': ['Đăng ký trẻ', 'Registered a child'],
  'children.edited': ['Sửa hồ sơ trẻ', 'Edited a child'],
  'children.left': ['Ghi trẻ rời danh sách', 'Recorded a leaving'],
  'children.reopened': ['Đưa trẻ trở lại danh sách', 'Took back a leaving'],
  'children.roster-uploaded': ['Nạp tệp danh sách', 'Uploaded a roster'],
  'children.roster-decided': ['Xử lý dòng nghi trùng', 'Decided on a doubtful row'],
  'children.roster-confirmed': ['Nhận danh sách vào sổ', 'Took a roster over'],
  'children.roster-cancelled': ['Bỏ tệp danh sách', 'Cancelled a roster'],
  'services.recorded': ['Ghi dịch vụ cho trẻ', 'Recorded a service'],
  'services.undone': ['Bỏ một lần ghi dịch vụ', 'Undid a service'],
  'services.session-recorded': ['Ghi một buổi dịch vụ', 'Recorded a session'],
  'services.session-undone': ['Bỏ một buổi dịch vụ', 'Undid a session'],
  'services.due-listed': ['Lập danh sách trẻ đến hạn', 'Listed children who are due'],
  'privacy.consent-given': ['Ghi sự đồng ý', 'Recorded a consent'],
  'privacy.consent-refused': ['Ghi sự không đồng ý', 'Recorded a refusal'],
  'privacy.consent-withdrawn': ['Ghi việc rút sự đồng ý', 'Recorded a withdrawal of consent'],
  'privacy.request-received': ['Nhận yêu cầu về dữ liệu', 'Received a request about data'],
  'privacy.request-answered': ['Trả lời lần đầu yêu cầu về dữ liệu', 'Gave the first answer to a request'],
  'privacy.request-extended': ['Gia hạn yêu cầu về dữ liệu', 'Extended a request'],
  'privacy.request-decided': ['Giải quyết yêu cầu về dữ liệu', 'Decided a request'],
  'privacy.child-erased': ['Xóa dữ liệu của trẻ theo quyết định', 'Erased the data of a child by decision'],
  'privacy.breach-recorded': ['Ghi sự cố dữ liệu', 'Recorded a breach'],
  'privacy.breach-notified': ['Ghi việc báo sự cố', 'Recorded a notice of a breach'],
  'privacy.breach-closed': ['Kết thúc sự cố dữ liệu', 'Closed a breach'],
  'privacy.setting-changed': ['Đổi thiết lập về dữ liệu', 'Changed a setting on data'],
  '/children/:childId': ['Xem hồ sơ trẻ', 'Opened the record of a child'],
  '/children/:childId/history': ['Xem lịch sử hồ sơ trẻ', 'Read the history of a record'],
  '/children/:childId/services': ['Xem dịch vụ của trẻ', 'Read the services of a child'],
  '/children/search': ['Tìm trong danh sách trẻ', 'Searched the list of children'],
  '/children/possible-duplicates': ['Kiểm tra trẻ đăng ký trùng', 'Checked for duplicates'],
  '/children/export': ['Xuất danh sách trẻ', 'Exported the list of children'],
  '/audit': ['Xem nhật ký', 'Read the audit'],
  '/audit/export': ['Xuất nhật ký', 'Exported the audit'],
  '/privacy/children/:childId/access-letter': ['Lập thư trả lời gia đình', 'Made the letter to the family'],
  '/privacy/children/:childId/copy': [
    'Xuất bản sao dữ liệu cho gia đình',
    'Exported the data for the family',
  ],
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
