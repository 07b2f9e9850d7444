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
    vi: 'Báo cáo đã gửi hoặc đã ký nên không sửa được. Nếu cần sửa, hãy đề nghị cấp trên trả lại hoặc mở lại báo cáo.',
    en: 'The report has been sent or signed and cannot be changed. Ask the unit above to return or reopen it.',
  },
  'reports.not-now': {
    status: 409,
    vi: 'Báo cáo đang ở bước khác nên chưa làm được việc này. Hãy tải lại trang để xem tình trạng mới.',
    en: 'The report stands at another step, so this cannot be done. Reload the page to see where it stands.',
  },
  'reports.not-yours': {
    status: 403,
    vi: 'Việc này thuộc đơn vị khác: đơn vị lập báo cáo gửi và ký, cấp trên nhận, trả lại và mở lại. Hãy đổi vai trò ở đầu trang nếu bạn có.',
    en: 'This is for another unit: the reporting unit sends and signs, the unit above accepts, returns and reopens.',
  },
  'reports.part-closed': {
    status: 409,
    vi: 'Báo cáo chỉ được mở lại một số phần; phần này vẫn khóa. Hãy sửa các phần được mở hoặc đề nghị cấp trên mở thêm.',
    en: 'Only some parts were reopened; this one stays locked. Change the open parts or ask for more.',
  },
  'reports.cell-changed': {
    status: 409,
    vi: 'Người khác vừa nhập ô này. Số bạn gõ chưa được lưu: hãy xem số mới rồi quyết định có nhập lại không.',
    en: 'Someone else has just typed this cell. Your number is not saved: look at the new one, then decide.',
  },
  'reports.blocked': {
    status: 409,
    vi: 'Còn {count} lỗi phải sửa. Hãy mở phần Kiểm tra, sửa từng ô được nêu rồi làm lại.',
    en: '{count} errors must be put right. Open the checks, correct the cells named there, then try again.',
  },
  'reports.unexplained': {
    status: 409,
    vi: 'Còn {count} cảnh báo chưa có lý do. Hãy mở phần Kiểm tra và ghi lý do cho từng cảnh báo.',
    en: '{count} warnings have no reason yet. Open the checks and give a reason for each.',
  },
  'reports.no-such-finding': {
    status: 409,
    vi: 'Cảnh báo này không còn hoặc số liệu đã khác. Hãy tải lại phần Kiểm tra.',
    en: 'This warning is gone or the numbers are others now. Reload the checks.',
  },
  'reports.number-used': {
    status: 409,
    vi: 'Số {number} của năm {year} đã dùng cho một báo cáo khác. Hãy xem lại sổ văn bản đi và nhập số khác.',
    en: 'The number {number} of {year} is already used. Look at the register of documents and enter another.',
  },
  'reports.signed-day': {
    status: 422,
    vi: 'Ngày ký phải từ ngày đầu kỳ báo cáo đến hôm nay. Hãy nhập lại ngày ký ghi trên văn bản.',
    en: 'The day of signing must be between the first day of the period and today. Enter it again.',
  },
  'reports.other-open': {
    status: 409,
    vi: 'Đơn vị này đang có một báo cáo khác của cùng kỳ chưa xong. Hãy hoàn thành báo cáo đó trước khi mở lại.',
    en: 'The unit has another unfinished report of this period. Finish that one before reopening.',
  },
  'reports.nothing-to-return': {
    status: 422,
    vi: 'Phần được chọn để mở lại không có trong báo cáo. Hãy tải lại trang rồi chọn lại.',
    en: 'The part chosen is not in the report. Reload the page and choose again.',
  },
  'reports.no-such-comment': {
    status: 404,
    vi: 'Không tìm thấy ý kiến này. Hãy tải lại trang.',
    en: 'This comment was not found. Reload the page.',
  },
  'reports.no-such-version': {
    status: 404,
    vi: 'Báo cáo không có bản số {number}. Hãy chọn một bản trong phần Các bản đã gửi, đã ký.',
    en: 'The report has no version {number}. Choose one of those listed.',
  },
  'reports.no-such-file': {
    status: 404,
    vi: 'Không tìm thấy tệp này. Hãy tải lại trang.',
    en: 'This file was not found. Reload the page.',
  },
  'reports.file-kind': {
    status: 422,
    vi: 'Chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx) hoặc ảnh PNG, JPEG không hỏng. Hãy chọn tệp khác.',
    en: 'Only sound PDF, Word (.docx), Excel (.xlsx), PNG or JPEG files are taken. Choose another.',
  },
  'reports.too-many-files': {
    status: 409,
    vi: 'Báo cáo đã có {count} tệp, không thêm được nữa. Hãy bỏ bớt tệp không cần.',
    en: 'The report already has {count} files. Remove those not needed.',
  },
  'reports.not-a-part': {
    status: 409,
    vi: 'Báo cáo này không phải của đơn vị đã nhập vào đơn vị của bạn, hoặc đã được lấy rồi. Hãy tải lại trang.',
    en: 'This report is not of a unit that went into yours, or was taken over already. Reload the page.',
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
