import { defineProblems } from '#base/problem.ts'

export const growthProblem = defineProblems({
  'growth.standard-file-missing': {
    status: 422,
    vi: 'Thư mục thiếu tệp {file}. Hãy tải đủ 12 bảng của WHO (2006 và 2007) vào một thư mục rồi nhập lại.',
    en: 'The folder lacks {file}. Put all 12 WHO tables (2006 and 2007) into one folder and import again.',
  },
  'growth.standard-file-damaged': {
    status: 422,
    vi: 'Tệp {file} không đủ dòng hoặc có ô không phải là số. Hãy tải lại tệp này rồi nhập lại; chưa có gì thay đổi.',
    en: 'The file {file} lacks rows or holds cells that are no numbers. Get it again and import again; nothing was changed.',
  },
  'growth.survey-no-sex': {
    status: 422,
    vi: 'Tệp không có cột sex (1 nam, 2 nữ) nên không tính được z-score. Hãy thêm cột này vào dòng đầu của tệp.',
    en: 'The file has no column sex (1 male, 2 female), so there are no z-scores. Add it to the first line.',
  },
  'growth.survey-no-measure': {
    status: 422,
    vi: 'Tệp không có cột số đo nào. Dòng đầu của tệp cần ít nhất một trong các cột: {columns}.',
    en: 'The file has no column with a measure. Its first line needs at least one of: {columns}.',
  },
  'growth.survey-negative-weight': {
    status: 422,
    vi: 'Dòng {row}: trọng số mẫu âm. Hãy sửa trọng số rồi chạy lại.',
    en: 'Row {row}: the sampling weight is negative. Correct it and run again.',
  },
})
