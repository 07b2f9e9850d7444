import { defineProblems } from '#base/problem.ts'

export const screeningProblem = defineProblems({
  'screening.child-not-found': {
    status: 404,
    vi: 'Không tìm thấy trẻ này trong địa bàn của bạn.',
    en: 'There is no such child in your area.',
  },
  'screening.not-found': {
    status: 404,
    vi: 'Không tìm thấy phiếu sàng lọc này. Hãy tải lại trang.',
    en: 'There is no such screening. Reload the page.',
  },
  'screening.place-unknown': {
    status: 404,
    vi: 'Không tìm thấy thôn này trong địa bàn của bạn.',
    en: 'There is no such village in your area.',
  },
  'screening.tool-unknown': {
    status: 422,
    vi: 'Không có bộ câu hỏi này. Hãy tải lại trang và chọn trong danh sách.',
    en: 'There is no such tool. Reload the page and choose one from the list.',
  },
  'screening.population-only': {
    status: 422,
    vi: 'ECDI2030 đo mức phát triển của cả nhóm trẻ, không dùng để kết luận cho một trẻ. Hãy chọn bộ câu hỏi khác.',
    en: 'ECDI2030 measures groups of children and says nothing of one child. Choose another tool.',
  },
  'screening.version-retired': {
    status: 409,
    vi: 'Phiên bản {version} của bộ câu hỏi đã ngừng dùng từ sau ngày {day}. Hãy tải lại trang để hỏi theo phiên bản mới; phiếu giấy làm trước ngày đó vẫn nhập được với đúng ngày đã làm.',
    en: 'Version {version} was retired after {day}. Reload for the new version; a paper form filled before may be entered with its own day.',
  },
  'screening.version-early': {
    status: 422,
    vi: 'Phiên bản {version} chưa có hiệu lực vào ngày này. Hãy kiểm tra lại ngày sàng lọc.',
    en: 'Version {version} was not in force on that day. Check the day of the screening.',
  },
  'screening.before-birth': {
    status: 422,
    vi: 'Ngày sàng lọc trước ngày sinh của trẻ. Hãy kiểm tra lại.',
    en: 'The day of the screening is before the child was born. Check it.',
  },
  'screening.in-future': {
    status: 422,
    vi: 'Ngày sàng lọc ở sau hôm nay. Chỉ ghi phiếu đã làm.',
    en: 'The day of the screening is in the future. Record only what was done.',
  },
  'screening.age-outside': {
    status: 422,
    vi: 'Bộ câu hỏi này dành cho trẻ từ {from} đến {to} tháng tuổi; vào ngày này trẻ {age} tháng.',
    en: 'This tool is for children of {from} to {to} months; on that day the child was {age} months old.',
  },
  'screening.item-unknown': {
    status: 422,
    vi: 'Phiếu có câu {item} không thuộc bộ câu hỏi hoặc không dành cho tuổi này. Hãy tải lại trang.',
    en: 'Item {item} is not part of this tool at this age. Reload the page.',
  },
  'screening.no-answers': {
    status: 422,
    vi: 'Phiếu chưa có câu trả lời nào. Hãy trả lời ít nhất một câu, hoặc ghi lý do gia đình từ chối.',
    en: 'The form has no answers. Answer at least one item, or record why the family refused.',
  },
  'screening.id-used': {
    status: 409,
    vi: 'Mã của phiếu này đã dùng cho phiếu khác. Hãy tải lại trang rồi nhập lại.',
    en: 'The id of this form is taken by another. Reload the page and enter it again.',
  },
  'screening.done-that-day': {
    status: 409,
    vi: 'Trẻ đã có phiếu này trong ngày. Muốn sửa, hãy hủy phiếu cũ rồi nhập lại.',
    en: 'The child already has this form on that day. To correct it, undo it and enter it again.',
  },
  'screening.survey-columns': {
    status: 422,
    vi: 'Tệp thiếu cột: {columns}. Dòng đầu của tệp phải có tên các cột này.',
    en: 'The file lacks the columns {columns}. Its first line must name them.',
  },
  'screening.referral-not-found': {
    status: 404,
    vi: 'Không tìm thấy giới thiệu khám này trong địa bàn của bạn. Có thể phiếu sàng lọc đã bị hủy; hãy tải lại trang.',
    en: 'This referral cannot be found in your area. Its form may have been undone; reload the page.',
  },
  'screening.referral-changed': {
    status: 409,
    vi: 'Người khác vừa cập nhật giới thiệu này. Hãy tải lại trang để thấy tình trạng mới.',
    en: 'Somebody has just changed this referral. Reload the page to see its state.',
  },
  'screening.referral-step': {
    status: 422,
    vi: 'Không chuyển được sang tình trạng này. Hãy đưa giới thiệu về "đề xuất" trước rồi ghi lại.',
    en: 'This state cannot follow. Take the referral back to "proposed" first, then record it again.',
  },
  'screening.referral-day': {
    status: 422,
    vi: 'Hãy ghi ngày, không sớm hơn ngày đề xuất giới thiệu.',
    en: 'Give the day, not earlier than the day on which the referral was proposed.',
  },
  'screening.referral-in-future': {
    status: 422,
    vi: 'Ngày ở sau hôm nay. Chỉ ghi việc đã diễn ra.',
    en: 'The day is in the future. Record only what has happened.',
  },
  'screening.referral-reason': {
    status: 422,
    vi: 'Hãy ghi lý do gia đình từ chối.',
    en: 'Write why the family refused.',
  },
})
