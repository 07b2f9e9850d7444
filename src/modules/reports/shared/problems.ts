import { defineProblems } from '#base/problem.ts'

export const reportsProblem = defineProblems({
  'reports.not-found': {
    status: 404,
    vi: 'Không tìm thấy báo cáo này trong địa bàn của bạn. Hãy mở lại từ danh sách báo cáo.',
    en: 'This report was not found in your area. Open it again from the list of reports.',
  },
  'reports.no-such-plan': {
    status: 404,
    vi: 'Không có kế hoạch số thứ tự {no}. Xem các số thứ tự bằng lệnh: uommam plan list.',
    en: 'There is no plan with the short number {no}. See the numbers with: uommam plan list.',
  },
  'reports.no-such-area': {
    status: 404,
    vi: 'Không có đơn vị hành chính mã {code}. Hãy kiểm tra lại mã của tỉnh hoặc xã.',
    en: 'There is no unit with the code {code}. Check the code of the province or commune.',
  },
  'reports.wrong-level': {
    status: 422,
    vi: 'Báo cáo chỉ lập cho cấp tỉnh hoặc cấp xã. Hãy chọn đơn vị là tỉnh, thành phố, xã, phường hoặc đặc khu.',
    en: 'Reports are made for provinces and communes only. Choose such a unit.',
  },
  'reports.outside-area': {
    status: 403,
    vi: 'Đơn vị này nằm ngoài địa bàn bạn được giao. Hãy chọn đơn vị trong địa bàn của mình.',
    en: 'This unit lies outside the area of your role. Choose a unit inside it.',
  },
  'reports.future-period': {
    status: 422,
    vi: 'Kỳ báo cáo chưa bắt đầu. Hãy chọn kỳ đang diễn ra hoặc đã qua.',
    en: 'The period has not begun. Choose a current or past period.',
  },
  'reports.done': {
    status: 409,
    vi: 'Báo cáo đã hoàn thành nên không sửa được nữa. Nếu cần đính chính, hãy lập báo cáo mới cho cùng kỳ.',
    en: 'The report is finished and cannot be changed. To correct it, make a new report for the same period.',
  },
  'reports.unknown-cell': {
    status: 422,
    vi: 'Ô số liệu này không nhập được. Hãy chọn một ô nhập được trong bảng phụ lục.',
    en: 'This cell cannot be typed. Choose a cell of an annex table that can.',
  },
  'reports.unknown-section': {
    status: 404,
    vi: 'Đề cương của báo cáo không có mục này. Hãy tải lại trang rồi chọn mục cần viết.',
    en: 'The outline of the report has no such section. Reload the page and choose a section.',
  },
  'reports.section-changed': {
    status: 409,
    vi: 'Người khác vừa lưu mục này. Chữ bạn gõ vẫn còn trên màn hình: hãy xem bản mới, ghép lại rồi lưu lần nữa.',
    en: 'Someone else has just saved this section. Your text is still on the screen: read the newer one, merge and save again.',
  },
})
