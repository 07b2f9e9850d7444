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
  'growth.child-not-found': {
    status: 404,
    vi: 'Không tìm thấy trẻ này trong địa bàn của bạn.',
    en: 'There is no such child in your area.',
  },
  'growth.measurement-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần cân đo này. Hãy tải lại trang.',
    en: 'There is no such measurement. Reload the page.',
  },
  'growth.place-unknown': {
    status: 404,
    vi: 'Không tìm thấy thôn hoặc xã này trong địa bàn của bạn.',
    en: 'There is no such village or commune in your area.',
  },
  'growth.id-used': {
    status: 409,
    vi: 'Mã của lần cân đo này đã dùng cho số đo khác. Hãy tải lại trang rồi nhập lại.',
    en: 'The id of this measurement is taken by another. Reload the page and enter it again.',
  },
  'growth.before-birth': {
    status: 422,
    vi: 'Ngày cân đo trước ngày sinh của trẻ. Hãy kiểm tra lại ngày cân đo hoặc ngày sinh.',
    en: 'The day of measuring is before the child was born. Check the day, or the date of birth.',
  },
  'growth.in-future': {
    status: 422,
    vi: 'Ngày cân đo ở sau hôm nay. Chỉ ghi số đo đã có.',
    en: 'The day of measuring is in the future. Record only what was measured.',
  },
  'growth.too-old': {
    status: 422,
    vi: 'Vào ngày này người được cân đo đã đủ 16 tuổi. Hãy kiểm tra lại ngày cân đo.',
    en: 'On that day the person was 16 or older. Check the day.',
  },
  'growth.nothing-measured': {
    status: 422,
    vi: 'Chưa có số đo nào. Hãy nhập ít nhất cân nặng, chiều dài (chiều cao) hoặc vòng cánh tay.',
    en: 'Nothing was measured. Enter at least a weight, a length (height) or an arm circumference.',
  },
  'growth.weight-in-grams': {
    status: 422,
    vi: 'Cân nặng này có vẻ ghi bằng gam. Hãy nhập bằng ki-lô-gam, ví dụ 9,5.',
    en: 'This weight seems to be in grams. Enter kilograms, for example 9.5.',
  },
  'growth.length-in-metres': {
    status: 422,
    vi: 'Chiều dài (chiều cao) này có vẻ ghi bằng mét. Hãy nhập bằng xăng-ti-mét, ví dụ 72,5.',
    en: 'This length seems to be in metres. Enter centimetres, for example 72.5.',
  },
  'growth.out-of-range': {
    status: 422,
    vi: 'Một số đo nằm ngoài khoảng {from} đến {to} nên không thể là số đo của trẻ. Hãy đo lại hoặc nhập lại.',
    en: 'A measure lies outside {from} to {to} and cannot be a child’s. Measure or enter it again.',
  },
  'growth.doubtful': {
    status: 422,
    vi: '{doubts} Hãy cân đo lại; nếu đúng thì xác nhận rồi lưu.',
    en: 'This measurement is doubtful: {doubts} Measure again; if it is right, confirm and save.',
  },
  'growth.measured-that-day': {
    status: 409,
    vi: 'Ngày này đã có số đo của trẻ do {by} ghi. Hãy tải lại để xem; muốn thay thì sửa số đo đó.',
    en: 'The child was already measured on that day, recorded by {by}. Reload to see it; to change it, correct it.',
  },
})
