import { defineMessages } from '#base/messages.ts'

/** Special circumstances, opening the confidential part, and its review. */
export const confidentialMessages = defineMessages({
  vi: {
    'children.circumstances': 'Hoàn cảnh đặc biệt',
    'children.circumstances-none': 'Chưa ghi nhóm hoàn cảnh nào.',
    'children.circumstance-days': '{from} đến {to}',
    'children.circumstance-from': 'từ {from}',
    'children.circumstance-source': 'theo {source}',
    'children.open': 'Mở phần bảo mật',
    'children.open-why':
      'Chỉ mở khi thật cần cho trẻ ngay lúc này. Bạn xem được phần bảo mật của riêng trẻ này trong 30 phút. Người chịu trách nhiệm được báo ngay và sẽ xem lại lý do.',
    'children.open-reason': 'Lý do cần xem (ít nhất 20 ký tự)',
    'children.open-reason-rule': 'Viết việc đang làm cho trẻ. Đừng viết tên trẻ hay tên bệnh.',
    'children.open-do': 'Mở trong 30 phút',
    'children.open-back': 'Thôi',
    'children.open-until': 'Phần bảo mật đang mở đến {until}. Lần mở này đã được ghi lại.',
    'children.reason-short': 'Lý do cần ít nhất 20 ký tự.',
    'children.openings': 'Các lần mở phần bảo mật chờ xem lại',
    'children.openings-why': 'Mỗi lần mở có lý do của người mở. Hãy hỏi lại nếu chưa rõ, rồi ghi kết luận.',
    'children.opening-line': '{person}, {role}, mở lúc {at}',
    'children.opening-place': 'Trẻ ở {place}',
    'children.opening-of': '{child}, {place}',
    'children.opening-note': 'Ghi chú',
    'children.opening-justified': 'Đúng, cần thiết',
    'children.opening-not-justified': 'Không cần thiết',
    'children.opening-own-note': 'Lần mở của bạn do người khác xem lại.',
  },
  en: {
    'children.circumstances': 'Special circumstances',
    'children.circumstances-none': 'No group is recorded.',
    'children.circumstance-days': '{from} to {to}',
    'children.circumstance-from': 'from {from}',
    'children.circumstance-source': 'by {source}',
    'children.open': 'Open the confidential part',
    'children.open-why':
      'Only when the child needs it right now. You see the confidential part of this one child for 30 minutes. Whoever is responsible is told at once and reviews the reason.',
    'children.open-reason': 'Why you need it (at least 20 characters)',
    'children.open-reason-rule':
      'Write what you are doing for the child. Name neither the child nor an illness.',
    'children.open-do': 'Open for 30 minutes',
    'children.open-back': 'Cancel',
    'children.open-until': 'The confidential part is open until {until}. This was written down.',
    'children.reason-short': 'The reason needs at least 20 characters.',
    'children.openings': 'Openings of the confidential part to review',
    'children.openings-why':
      'Each has the reason of whoever opened it. Ask back when unclear, then write a finding.',
    'children.opening-line': '{person}, {role}, opened at {at}',
    'children.opening-place': 'A child in {place}',
    'children.opening-of': '{child}, {place}',
    'children.opening-note': 'Note',
    'children.opening-justified': 'Justified',
    'children.opening-not-justified': 'Not justified',
    'children.opening-own-note': 'Your own opening is reviewed by somebody else.',
  },
})
