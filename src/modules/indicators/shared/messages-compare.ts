import { defineMessages } from '#base/messages.ts'

export const indicatorsCompareMessages = defineMessages({
  vi: {
    'indicators.compare': 'So sánh số liệu',
    'indicators.compare-lead':
      'Chọn hai kỳ của một đơn vị, hoặc hai đơn vị. Chênh lệch là bên thứ nhất trừ bên thứ hai.',
    'indicators.compare-left': 'Bên thứ nhất',
    'indicators.compare-right': 'Bên thứ hai',
    'indicators.compare-place': 'đơn vị',
    'indicators.compare-side': '{area}, {period}, đến {day}',
    'indicators.compare-difference': 'Chênh lệch',
    'indicators.compare-points': '{sign}{value} {unit}',
    'indicators.compare-percent-points': 'điểm phần trăm',
    'indicators.compare-empty': 'Hai bên đều chưa có số liệu. Hãy chọn kỳ hoặc đơn vị khác.',
    'indicators.progress-reached': 'Đạt mục tiêu.',
    'indicators.progress-on-track': 'Đúng tiến độ.',
    'indicators.progress-behind': 'Chậm tiến độ.',
    'indicators.progress-rule':
      'Đúng tiến độ: mục tiêu chưa hết hạn và số liệu không thấp hơn đường thẳng từ nửa năm đầu tiên có số liệu đến mục tiêu vào ngày 31/12 của năm mục tiêu. Mục tiêu của năm đã qua thì chỉ có đạt hoặc chậm.',
    'indicators.progress-expected': 'Đến ngày {day} cần {percent} để đúng tiến độ.',
    'indicators.picture': 'Tải hình (.png)',
    'indicators.past-day': 'Số liệu của ngày',
    'indicators.past-note':
      'Số liệu ngày {day}: tính trên trẻ có trong danh sách ngày đó, theo nơi ở hiện nay. Độ bao phủ và những gì chỉ ghi hiện trạng (nơi học, hộ nghèo, khuyết tật) không có cho ngày đã qua.',
  },
  en: {
    'indicators.compare': 'Compare figures',
    'indicators.compare-lead':
      'Choose two periods of one place, or two places. The difference is the first less the second.',
    'indicators.compare-left': 'First',
    'indicators.compare-right': 'Second',
    'indicators.compare-place': 'place',
    'indicators.compare-side': '{area}, {period}, up to {day}',
    'indicators.compare-difference': 'Difference',
    'indicators.compare-points': '{sign}{value} {unit}',
    'indicators.compare-percent-points': 'points',
    'indicators.compare-empty': 'There are no figures on either side. Choose another period or place.',
    'indicators.progress-reached': 'Target reached.',
    'indicators.progress-on-track': 'On track.',
    'indicators.progress-behind': 'Behind.',
    'indicators.progress-rule':
      'On track: the target is not due yet, and the figure is not below the straight line from the first half-year with figures to the target on 31 December of its year. A target of a year that has gone is reached or not.',
    'indicators.progress-expected': 'On {day}, {percent} is needed to be on track.',
    'indicators.picture': 'Picture (.png)',
    'indicators.past-day': 'Figures of the day',
    'indicators.past-note':
      'Figures of {day}: children who were in the register that day, by where they live now. Coverage, and what is known for now only (school, poverty, disability), cannot be given for a past day.',
  },
})
