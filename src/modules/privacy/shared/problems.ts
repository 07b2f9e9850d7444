import { defineProblems } from '#base/problem.ts'

export const privacyProblem = defineProblems({
  'privacy.child-not-found': {
    status: 404,
    vi: 'Không tìm thấy trẻ này trong địa bàn của vai trò đang dùng.',
    en: 'This child was not found within the area of the role you act under.',
  },
  'privacy.not-found': {
    status: 404,
    vi: 'Không tìm thấy mục này trong địa bàn của vai trò đang dùng.',
    en: 'This was not found within the area of the role you act under.',
  },
  'privacy.child-not-asked': {
    status: 422,
    vi: 'Trẻ từ đủ 7 tuổi phải được hỏi ý kiến và đồng ý cùng người đại diện. Hãy hỏi trẻ rồi ghi ý kiến của trẻ.',
    en: 'A child of 7 or more must be asked and must agree together with the representative. Ask the child and record what it says.',
  },
  'privacy.child-disagrees': {
    status: 422,
    vi: 'Trẻ không đồng ý nên không thể ghi là đồng ý. Hãy ghi là không đồng ý.',
    en: 'The child does not agree, so no consent can be recorded. Record a refusal.',
  },
  'privacy.before-birth': {
    status: 422,
    vi: 'Ngày ghi trước ngày sinh của trẻ. Hãy sửa lại ngày.',
    en: 'The day is before the birth of the child. Correct the day.',
  },
  'privacy.day-ahead': {
    status: 422,
    vi: 'Ngày ghi sau hôm nay. Hãy sửa lại ngày.',
    en: 'The day is in the future. Correct the day.',
  },
  'privacy.wording-changed': {
    status: 409,
    vi: 'Nội dung đồng ý vừa được thay đổi. Hãy mở lại trang và cho gia đình đọc nội dung mới.',
    en: 'The wording of the consent has changed. Reload the page and show the family the new text.',
  },
  'privacy.consent-stands': {
    status: 409,
    vi: 'Mục đích này đã có ý kiến đang có hiệu lực. Hãy ghi việc rút lại trước khi ghi ý kiến mới.',
    en: 'There is a standing answer for this purpose. Record its withdrawal before recording another.',
  },
  'privacy.withdrawn-before': {
    status: 422,
    vi: 'Ngày rút lại phải từ ngày đã đồng ý đến hôm nay.',
    en: 'The withdrawal must be between the day of consent and today.',
  },
  'privacy.day-before-receipt': {
    status: 422,
    vi: 'Ngày này phải từ ngày nhận yêu cầu đến hôm nay.',
    en: 'The day must be between the receipt of the request and today.',
  },
  'privacy.already-decided': {
    status: 409,
    vi: 'Yêu cầu này đã được giải quyết.',
    en: 'This request has been decided.',
  },
  'privacy.extended-once': {
    status: 409,
    vi: 'Yêu cầu này đã được gia hạn một lần; pháp luật chỉ cho gia hạn một lần.',
    en: 'This request has been extended once; the law allows no more.',
  },
  'privacy.extended-too-late': {
    status: 409,
    vi: 'Đã quá hạn nên không gia hạn được. Hãy giải quyết yêu cầu và ghi lý do chậm.',
    en: 'The term is over and cannot be extended. Decide the request and record why it is late.',
  },
  'privacy.ground-missing': {
    status: 422,
    vi: 'Từ chối hoặc chỉ đáp ứng một phần phải nêu căn cứ. Hãy chọn căn cứ.',
    en: 'A refusal, or doing only a part, needs its ground. Choose the ground.',
  },
  'privacy.deletion-elsewhere': {
    status: 409,
    vi: 'Yêu cầu xóa do người phụ trách dữ liệu quyết định, ở trang Quyền riêng tư.',
    en: 'A request to delete is decided by the person in charge of data, on the privacy page.',
  },
  'privacy.not-a-deletion': {
    status: 409,
    vi: 'Yêu cầu này không phải là yêu cầu xóa dữ liệu.',
    en: 'This is not a request to delete.',
  },
  'privacy.already-erased': {
    status: 409,
    vi: 'Dữ liệu của trẻ này đã được xóa.',
    en: 'The data of this child have been erased.',
  },
  'privacy.term-not-over': {
    status: 409,
    vi: 'Thời hạn lưu dữ liệu của trẻ này chưa hết nên chưa xóa được.',
    en: 'The data of this child are still to be kept.',
  },
  'privacy.notice-late': {
    status: 422,
    vi: 'Đã quá 72 giờ kể từ khi phát hiện. Hãy ghi lý do báo chậm.',
    en: 'More than 72 hours have passed since it was noticed. Record why the notice is late.',
  },
  'privacy.notice-early': {
    status: 422,
    vi: 'Thời điểm này phải sau khi phát hiện sự cố và không sau hiện tại.',
    en: 'The moment must be after the breach was noticed and not in the future.',
  },
  'privacy.breach-closed': {
    status: 409,
    vi: 'Sự cố này đã được kết thúc.',
    en: 'This breach has been closed.',
  },
})
