import { defineMessages } from '#base/messages.ts'

export const overviewMessages = defineMessages({
  vi: {
    'plans.overview': 'Kế hoạch đang đến đâu',
    'plans.overview-rule':
      'Chậm là: chỉ tiêu đã hết năm mà chưa đạt, nhiệm vụ quá hạn chưa xong, nơi đã quá hạn mà chưa ban hành kế hoạch.',
    'plans.overview-targets': 'Chỉ tiêu',
    'plans.overview-count': '{count} chỉ tiêu',
    'plans.progress-reached': '{count}/{total} chỉ tiêu đã đạt',
    'plans.progress-missed': '{count} hết năm mà chưa đạt',
    'plans.progress-under-way': '{count} chưa đạt, còn thời gian',
    'plans.progress-no-figure': '{count} chưa kết luận được vì thiếu số liệu',
    'plans.overview-targets-overdue': 'Có chỉ tiêu chậm',
    'plans.overview-targets-due': 'Thiếu số liệu',
    'plans.overview-targets-coming': 'Đang thực hiện',
    'plans.overview-targets-done': 'Đã đạt cả',
    'plans.overview-deadline': 'Thời hạn gần nhất',
    'plans.overview-cascade': 'Ban hành ở cấp dưới',
    'plans.overview-cascade-overdue': 'Có nơi chậm',
    'plans.overview-cascade-coming': 'Đang thực hiện',
    'plans.overview-cascade-done': 'Đã đủ',
  },
  en: {
    'plans.overview': 'Where the plan stands',
    'plans.overview-rule':
      'Late means: a target whose year is over and that is not reached, a task past its day and not done, a place past its day without a plan.',
    'plans.overview-targets': 'Targets',
    'plans.overview-count': '{count} targets',
    'plans.progress-reached': '{count}/{total} targets reached',
    'plans.progress-missed': '{count} not reached and their year is over',
    'plans.progress-under-way': '{count} not reached yet',
    'plans.progress-no-figure': '{count} cannot be told for want of figures',
    'plans.overview-targets-overdue': 'Targets late',
    'plans.overview-targets-due': 'Figures missing',
    'plans.overview-targets-coming': 'Under way',
    'plans.overview-targets-done': 'All reached',
    'plans.overview-deadline': 'Next deadline',
    'plans.overview-cascade': 'Plans of lower units',
    'plans.overview-cascade-overdue': 'Some late',
    'plans.overview-cascade-coming': 'Under way',
    'plans.overview-cascade-done': 'Complete',
  },
})
