import { defineProblems } from '#base/problem.ts'

/** The ways this module refuses. */
export const indicatorsProblem = defineProblems({
  'indicators.place-not-found': {
    status: 404,
    vi: 'Không tìm thấy đơn vị này trong địa bàn của bạn. Hãy chọn lại đơn vị.',
    en: 'This place cannot be found in your area. Choose the place again.',
  },
  'indicators.recount-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần đếm lại này. Hãy mở lại trang số liệu.',
    en: 'This recount cannot be found. Open the page of figures again.',
  },
  'indicators.unknown-code': {
    status: 404,
    vi: 'Không có chỉ số này trong danh mục. Hãy tải lại trang và chọn chỉ số trong danh sách.',
    en: 'There is no such indicator. Reload the page and choose one from the list.',
  },
  'indicators.not-computed': {
    status: 422,
    vi: 'Chỉ số này không tính được từ danh sách trẻ nên không có danh sách kèm theo.',
    en: 'This indicator is not computed from the register, so there is no list of children behind it.',
  },
  'indicators.of-units': {
    status: 422,
    vi: 'Chỉ số này đếm xã hoặc thôn, không đếm trẻ, nên không có danh sách trẻ kèm theo.',
    en: 'This indicator counts communes or villages, so there is no list of children behind it.',
  },
  'indicators.period-future': {
    status: 422,
    vi: 'Kỳ này chưa bắt đầu. Hãy chọn kỳ hiện tại hoặc kỳ trước.',
    en: 'This period has not begun. Choose the present one or an earlier one.',
  },
  'indicators.group-unknown': {
    status: 422,
    vi: 'Không có nhóm này trong cách chia đã chọn. Hãy quay lại trang số liệu và chọn lại nhóm.',
    en: 'There is no such group in the chosen breakdown. Go back to the figures and choose the group again.',
  },
  'indicators.day-future': {
    status: 422,
    vi: 'Ngày này chưa đến. Hãy chọn hôm nay hoặc một ngày trước.',
    en: 'This day has not come. Choose today or an earlier one.',
  },
  'indicators.day-today': {
    status: 422,
    vi: 'Đây là hôm nay. Hãy xem bảng số liệu hiện tại, hoặc chọn một ngày trước hôm nay.',
    en: 'This is today. See the present figures, or choose an earlier day.',
  },
  'indicators.day-outside': {
    status: 422,
    vi: 'Ngày này không nằm trong kỳ đã chọn. Hãy chọn lại ngày hoặc kỳ.',
    en: 'This day does not lie in the chosen period. Choose the day or the period again.',
  },
  'indicators.leader-of-village': {
    status: 422,
    vi: 'Trang lãnh đạo dành cho xã, tỉnh và cả nước. Hãy mở trang Số liệu để xem thôn này.',
    en: 'The leader page is for communes, provinces and the nation. Open the figures of the village instead.',
  },
  'indicators.typed-is-computed': {
    status: 422,
    vi: 'Chỉ số này được tính từ danh sách trẻ và hồ sơ nên không nhập tay. Nếu số liệu sai, hãy sửa hồ sơ gốc.',
    en: 'This indicator is computed from the records, so it is not typed. If it is wrong, correct the records.',
  },
  'indicators.typed-not-defined': {
    status: 422,
    vi: 'Chưa có văn bản nào quy định cách tính chỉ số này nên chưa nhập được. Hãy chờ hướng dẫn của cấp trên.',
    en: 'No text defines this indicator yet, so nothing can be typed for it.',
  },
  'indicators.typed-period-future': {
    status: 422,
    vi: 'Kỳ này chưa bắt đầu. Hãy chọn kỳ hiện tại hoặc kỳ trước.',
    en: 'This period has not begun. Choose the present one or an earlier one.',
  },
  'indicators.typed-half-counts': {
    status: 422,
    vi: 'Đã nhập tử số thì phải nhập cả mẫu số. Hãy nhập mẫu số hoặc bỏ trống cả hai.',
    en: 'A numerator needs its denominator. Type it, or leave both empty.',
  },
  'indicators.typed-not-the-share': {
    status: 422,
    vi: 'Giá trị không khớp với tử số chia mẫu số. Hãy xem lại ba số này trong văn bản.',
    en: 'The value is not numerator over denominator. Look at the three numbers again.',
  },
  'indicators.typed-without-reason': {
    status: 422,
    vi: 'Sửa một số đã nhập thì phải ghi lý do. Hãy ghi vì sao số cũ không đúng.',
    en: 'A correction needs a reason. Say why the old figure was wrong.',
  },
  'indicators.typed-already': {
    status: 409,
    vi: 'Kỳ này đã có số liệu. Hãy mở số liệu đó và chọn "Sửa" để giữ lại lịch sử.',
    en: 'This period has a figure already. Open it and choose "Correct", so that its history is kept.',
  },
  'indicators.typed-changed': {
    status: 409,
    vi: 'Số liệu này vừa được người khác sửa. Hãy tải lại trang rồi xem số mới.',
    en: 'Somebody corrected this figure a moment ago. Reload the page and look at it.',
  },
  'indicators.own-not-found': {
    status: 404,
    vi: 'Không tìm thấy chỉ số này trong địa bàn của bạn. Hãy mở lại danh sách chỉ số tự lập.',
    en: 'This indicator cannot be found in your area. Open the list of own indicators again.',
  },
  'indicators.own-waits': {
    status: 409,
    vi: 'Chỉ số này có một phiên bản đang chờ duyệt. Hãy duyệt hoặc trả lại phiên bản đó trước.',
    en: 'A version of this indicator is waiting. Approve or return it first.',
  },
  'indicators.own-days': {
    status: 422,
    vi: 'Ngày hết hiệu lực phải sau ngày bắt đầu. Hãy sửa lại một trong hai ngày.',
    en: 'The last day must come after the first. Correct one of them.',
  },
  'indicators.own-by-oneself': {
    status: 403,
    vi: 'Người lập chỉ số không tự duyệt được. Hãy nhờ một người khác có quyền này xem và duyệt.',
    en: 'Whoever wrote an indicator cannot approve it. Ask somebody else who may.',
  },
  'indicators.own-without-remark': {
    status: 422,
    vi: 'Trả lại thì phải ghi cần sửa gì. Hãy ghi ý kiến.',
    en: 'A return needs a remark. Say what is to be changed.',
  },
  'indicators.own-decided': {
    status: 409,
    vi: 'Phiên bản này đã được người khác quyết định. Hãy tải lại trang.',
    en: 'Somebody decided about this version already. Reload the page.',
  },
  'indicators.own-overlaps': {
    status: 409,
    vi: 'Đã có một phiên bản được duyệt bắt đầu từ ngày này hoặc sau đó. Hãy chọn ngày bắt đầu muộn hơn.',
    en: 'An approved version begins on this day or later. Choose a later first day.',
  },
  'indicators.group-confidential': {
    status: 422,
    vi: 'Nhóm hoàn cảnh này là thông tin mật của trẻ nên không dùng trong công thức. Hãy chọn nhóm khác.',
    en: 'This group is confidential and cannot stand in a formula. Choose another.',
  },
})
