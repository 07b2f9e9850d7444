import { defineMessages } from '#base/messages.ts'

/** What the timeline of a child tells of consents, requests and breaches, and the breaches on its page. */
export const privacyTimelineMessages = defineMessages({
  vi: {
    'privacy.event-consent-given': 'Gia đình đồng ý: {what}',
    'privacy.event-consent-refused': 'Gia đình không đồng ý: {what}',
    'privacy.event-withdrawn': 'Gia đình rút lại sự đồng ý: {what}',
    'privacy.event-request': 'Gia đình yêu cầu về dữ liệu: {what}',
    'privacy.event-decided': 'Đã giải quyết yêu cầu {what}: {answer}',
    'privacy.event-breach': 'Sự cố dữ liệu liên quan đến trẻ: {what}',
    'privacy.event-told': 'Đã báo gia đình ngày {day}',
    'privacy.event-by': 'Người nêu ý kiến: {name}',
    'privacy.breaches-of-child': 'Sự cố dữ liệu liên quan đến trẻ',
    'privacy.breach-of-child': '{kind}, phát hiện ngày {day}',
    'privacy.breach-concerns': 'Có dữ liệu của trẻ này',
  },
  en: {
    'privacy.event-consent-given': 'The family agreed: {what}',
    'privacy.event-consent-refused': 'The family did not agree: {what}',
    'privacy.event-withdrawn': 'The family withdrew its consent: {what}',
    'privacy.event-request': 'The family asked about its data: {what}',
    'privacy.event-decided': 'The request ({what}) was decided: {answer}',
    'privacy.event-breach': 'Breach that concerned this child: {what}',
    'privacy.event-told': 'The family was told on {day}',
    'privacy.event-by': 'Said by {name}',
    'privacy.breaches-of-child': 'Breaches that concerned this child',
    'privacy.breach-of-child': '{kind}, noticed on {day}',
    'privacy.breach-concerns': 'Data of this child were in it',
  },
})
