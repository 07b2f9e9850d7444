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
})
