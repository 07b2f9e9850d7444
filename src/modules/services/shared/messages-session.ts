import { defineMessages } from '#base/messages.ts'

/** The session day: many children on one screen, by keyboard. */
export const sessionMessages = defineMessages({
  vi: {
    'services.find-by-name': 'Tìm trẻ theo tên',
    'services.find-by-name-how':
      'Gõ tên có dấu hoặc không dấu, Enter để đánh dấu trẻ đầu tiên; phím / để trở lại ô này.',
    'services.nobody-of-name': 'Không có trẻ nào tên như vậy trong danh sách này.',
    'services.not-given': 'Không làm',
    'services.not-given-of': 'Không làm được cho {name}',
    'services.reason-of': 'Lý do của {name}',
    'services.reason-example': 'Lý do, ví dụ: đang sốt 39 độ, mẹ hẹn tuần sau',
    'services.reason-missing': 'Hãy ghi lý do.',
    'services.session-declined': '{count} trẻ từ chối hoặc chống chỉ định',
    'services.session-no-reason': 'Còn {count} trẻ chưa có lý do từ chối hoặc chống chỉ định.',
    'services.session-chosen': 'Chỉ {count} trẻ đã chọn từ danh sách.',
    'services.session-left': '{count} trẻ trong số đó không ở tuổi của dịch vụ này hoặc không ở địa bàn này.',
    'services.session-all': 'Xem mọi trẻ của địa bàn',
    'services.first-recorded': '{name} đã ghi lúc {time} ngày {day} (làm ngày {done}).',
    'services.somebody': 'Người khác',
  },
  en: {
    'services.find-by-name': 'Find a child by name',
    'services.find-by-name-how':
      'Type the name with or without marks, Enter ticks the first child; / comes back to this field.',
    'services.nobody-of-name': 'Nobody of that name is in this list.',
    'services.not-given': 'Not given',
    'services.not-given-of': 'Not given to {name}',
    'services.reason-of': 'Reason for {name}',
    'services.reason-example': 'Reason, for example: fever of 39 degrees, mother will come next week',
    'services.reason-missing': 'Write the reason.',
    'services.session-declined': '{count} refused or contraindicated',
    'services.session-no-reason': 'The reason is still missing for {count} children.',
    'services.session-chosen': 'Only the {count} children chosen from the list.',
    'services.session-left': '{count} of them are not of the age of this service or not of this place.',
    'services.session-all': 'Show all children of the place',
    'services.first-recorded': '{name} recorded it at {time} on {day} (done on {done}).',
    'services.somebody': 'Somebody else',
  },
})
