import { defineMessages } from '#base/messages.ts'

/** Care of women who expect a child. Words are chosen to hurt nobody whose pregnancy has ended. */
export const pregnancyMessages = defineMessages({
  vi: {
    'services.why-weeks': 'từ tuần {from} đến tuần {to} của thai kỳ',
    'services.why-history': 'theo tiền sử tiêm, từ tuần {from} đến tuần {to} của thai kỳ',
    'services.why-each-visit': 'mỗi lần khám thai (lần này: tuần {from} đến tuần {to})',
    'services.why-each-month': 'mỗi tháng trong thai kỳ (lần này: tuần {from} đến tuần {to})',
  },
  en: {
    'services.why-weeks': 'weeks {from} to {to} of pregnancy',
    'services.why-history': 'by her vaccination history, weeks {from} to {to} of pregnancy',
    'services.why-each-visit': 'at each antenatal visit (this one: weeks {from} to {to})',
    'services.why-each-month': 'each month of pregnancy (this one: weeks {from} to {to})',
  },
})
