import { defineProblems } from '#base/problem.ts'

export const areasProblem = defineProblems({
  'areas.not-found': {
    status: 404,
    vi: 'Không tìm thấy đơn vị này trong danh mục. Hãy kiểm tra lại mã hoặc tên đơn vị.',
    en: 'This place is not in the list. Check its code or name.',
  },
  'areas.full': {
    status: 409,
    vi: 'Xã này đã có quá nhiều thôn, không thêm được nữa.',
    en: 'This commune already has too many villages; no more can be added.',
  },
})
