import { defineMessages } from '#base/messages.ts'

export const indicatorsPastMessages = defineMessages({
  vi: {
    'indicators.past': 'Xem ngày đã qua',
    'indicators.past-title': 'Số liệu của {area} ngày {day}',
    'indicators.past-lead':
      'Tính trên trẻ có trong danh sách ngày đó. Độ bao phủ sáu lĩnh vực chỉ có vào ngày cuối kỳ (30/06 và 31/12).',
    'indicators.past-present': 'Về số liệu hiện tại',
    'indicators.past-day-label': 'Ngày',
    'indicators.past-period': 'Hoặc ngày cuối kỳ',
    'indicators.past-units': 'Theo đơn vị',
    'indicators.past-units-now': 'Đơn vị hiện nay',
    'indicators.past-units-then': 'Đơn vị lúc đó',
    'indicators.past-whole': 'Toàn địa bàn',
    'indicators.past-parts-now': 'Các đơn vị cấp dưới hiện nay',
    'indicators.past-parts-then': 'Các đơn vị cấp dưới lúc đó',
    'indicators.past-origins': 'Các đơn vị cũ của {area}',
    'indicators.past-no-origins':
      'Chưa có danh sách cho biết ngày đó nơi này gồm những đơn vị nào. Hãy nhập danh sách đơn vị hành chính cũ ở trang Địa giới, hoặc chọn "Đơn vị hiện nay".',
    'indicators.past-no-parts': 'Không có đơn vị cấp dưới nào vào ngày này.',
    'indicators.past-indicator': 'Chỉ số xem theo đơn vị',
    'indicators.past-refused-before':
      'Số liệu kỳ này không tính được cho đơn vị hiện nay. Bấm "Xem ngày đã qua" rồi chọn "Đơn vị lúc đó".',
    'indicators.past-refused-units': 'Các đơn vị không có số liệu của kỳ này và lý do',
    'indicators.past-figure': 'Số liệu',
    'indicators.past-source': 'Nguồn: danh sách trẻ và hồ sơ tại địa bàn, trẻ tính theo nơi ở hiện nay.',
  },
  en: {
    'indicators.past': 'See a past day',
    'indicators.past-title': 'Figures of {area} on {day}',
    'indicators.past-lead':
      'Of children who were in the register that day. Coverage of the six domains is kept for the last day of a period (30 June and 31 December).',
    'indicators.past-present': 'Back to the present figures',
    'indicators.past-day-label': 'Day',
    'indicators.past-period': 'Or the last day of a period',
    'indicators.past-units': 'Units',
    'indicators.past-units-now': 'Units of today',
    'indicators.past-units-then': 'Units of that day',
    'indicators.past-whole': 'The whole place',
    'indicators.past-parts-now': 'Places below, as they are today',
    'indicators.past-parts-then': 'Places below, as they were',
    'indicators.past-origins': 'Former units of {area}',
    'indicators.past-no-origins':
      'No list says which units stood here on that day. Import the former units on the page of places, or choose "Units of today".',
    'indicators.past-no-parts': 'There are no places below on this day.',
    'indicators.past-indicator': 'Indicator shown by unit',
    'indicators.past-refused-before':
      'This period cannot be told of the unit of today. Press "See a past day" and choose "Units of that day".',
    'indicators.past-refused-units': 'Places without figures of this period, and why',
    'indicators.past-figure': 'Figure',
    'indicators.past-source': 'Source: the register and the records; children count where they live now.',
  },
})
