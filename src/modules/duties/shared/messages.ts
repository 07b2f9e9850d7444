import { defineMessages } from '#base/messages.ts'
import type { DutyState } from './contract.ts'
import type { DutyGroup } from './regime.ts'

const states = {
  vi: {
    'duties.state-no-date': 'chưa có ngày',
    'duties.state-not-due': 'chưa đến hạn',
    'duties.state-due-soon': 'sắp đến hạn',
    'duties.state-late': 'quá hạn',
    'duties.state-sent': 'đã gửi',
    'duties.state-returned': 'bị trả lại',
    'duties.state-accepted': 'đã nhận',
    'duties.state-earlier': 'trước khi dùng chương trình',
  },
  en: {
    'duties.state-no-date': 'no day yet',
    'duties.state-not-due': 'not due',
    'duties.state-due-soon': 'due soon',
    'duties.state-late': 'late',
    'duties.state-sent': 'sent',
    'duties.state-returned': 'returned',
    'duties.state-accepted': 'accepted',
    'duties.state-earlier': 'before this was in use',
  },
} satisfies Record<'vi' | 'en', Record<`duties.state-${DutyState}`, string>>

const groups = {
  vi: {
    'duties.group-ecd': 'Phát triển toàn diện',
    'duties.group-child-work': 'Công tác trẻ em',
    'duties.group-protection': 'Bảo vệ trẻ em',
    'duties.group-health': 'Y tế',
    'duties.group-plan': 'Theo kế hoạch',
  },
  en: {
    'duties.group-ecd': 'Comprehensive development',
    'duties.group-child-work': 'Child work',
    'duties.group-protection': 'Protection',
    'duties.group-health': 'Health',
    'duties.group-plan': 'By a plan',
  },
} satisfies Record<'vi' | 'en', Record<`duties.group-${DutyGroup}`, string>>

export const dutiesMessages = defineMessages({
  vi: { ...states.vi, ...groups.vi },
  en: { ...states.en, ...groups.en },
})
