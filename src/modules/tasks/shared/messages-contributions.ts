import { defineMessages } from '#base/messages.ts'

export const contributionMessages = defineMessages({
  vi: {
    'tasks.parts': 'Phần việc của cơ quan phối hợp',
    'tasks.parts-none': 'Chưa cơ quan phối hợp nào ghi phần việc của mình.',
    'tasks.part-add': 'Ghi phần việc phối hợp',
    'tasks.part-body': 'Cơ quan phối hợp',
    'tasks.part-text': 'Đã làm gì, kết quả',
    'tasks.part-text-hint': 'Không ghi tên hay thông tin riêng của trẻ em.',
    'tasks.part-is-done': 'Phần việc này đã xong',
    'tasks.part-of': '{body}: {state}',
    'tasks.part-done': 'đã xong phần việc',
    'tasks.part-doing': 'đang làm',
    'tasks.part-take-back': 'Rút lại',
    'tasks.part-take-back-of': 'Rút lại phần việc của {body}',
  },
  en: {
    'tasks.parts': 'Parts of the coordinating bodies',
    'tasks.parts-none': 'No coordinating body has said what it did.',
    'tasks.part-add': 'Say what a coordinating body did',
    'tasks.part-body': 'Coordinating body',
    'tasks.part-text': 'What was done, and what came of it',
    'tasks.part-text-hint': 'No names or private facts of children.',
    'tasks.part-is-done': 'This part is done',
    'tasks.part-of': '{body}: {state}',
    'tasks.part-done': 'its part is done',
    'tasks.part-doing': 'under way',
    'tasks.part-take-back': 'Take back',
    'tasks.part-take-back-of': 'Take back the part of {body}',
  },
})
