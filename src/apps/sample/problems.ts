import { defineProblems } from '#base/problem.ts'

export const sampleProblem = defineProblems({
  'sample.loaded-already': {
    status: 409,
    vi: 'Xã này đang có dữ liệu mẫu. Hãy xóa dữ liệu mẫu trước khi tải lại.',
    en: 'This commune holds sample data already. Remove them before loading them again.',
  },
  'sample.no-commune': {
    status: 422,
    vi: 'Dữ liệu mẫu cần một xã. Hãy chọn một xã trong địa bàn của bạn.',
    en: 'The sample data need a commune. Choose a commune in your area.',
  },
})
