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
  'areas.no-room': {
    status: 409,
    vi: 'Đơn vị cấp trên không còn chỗ cho một đơn vị mới. Hãy báo quản trị hệ thống.',
    en: 'The unit above has no room for another unit. Tell the administrator of the system.',
  },
  'areas.wrong-level': {
    status: 409,
    vi: 'Đơn vị cấp trên phải ở cấp cao hơn. Hãy chọn lại đơn vị cấp trên.',
    en: 'The unit above must be of a higher level. Choose another one.',
  },
  'areas.dates-out-of-order': {
    status: 409,
    vi: 'Ngày bắt đầu đứng sau ngày kết thúc. Hãy kiểm tra lại hai ngày.',
    en: 'The first day is after the last. Check both days.',
  },
  'areas.not-there-then': {
    status: 409,
    vi: 'Đơn vị này chưa có hoặc không còn vào ngày đã chọn. Hãy kiểm tra lại ngày.',
    en: 'This unit did not exist on the chosen day. Check the day.',
  },
  'areas.code-taken': {
    status: 409,
    vi: 'Mã {code} đã thuộc về một đơn vị cùng cấp trong những ngày này. Hãy kiểm tra lại mã và ngày.',
    en: 'Another unit of the same level has the code {code} in these days. Check the code and the days.',
  },
  'areas.overlaps': {
    status: 409,
    vi: 'Đơn vị này đã có một đơn vị cấp trên khác hoặc một tên khác trong những ngày này. Hãy chọn những ngày không trùng nhau.',
    en: 'The unit already has another unit above it or another name in these days. Choose days that do not overlap.',
  },
  'areas.has-units-below': {
    status: 409,
    vi: 'Đơn vị này còn đơn vị cấp dưới sau ngày kết thúc. Hãy chuyển hoặc kết thúc các đơn vị cấp dưới trước.',
    en: 'Units below still belong to it after that day. Move or end them first.',
  },
  'areas.in-use': {
    status: 409,
    vi: 'Đơn vị này đã có dữ liệu nên không xóa được.',
    en: 'This unit has data and cannot be taken away.',
  },
  'areas.import-file-missing': {
    status: 400,
    vi: 'Thiếu tệp {file}. Hãy chọn đủ sáu tệp của danh mục đơn vị hành chính.',
    en: 'The file {file} is missing. Choose all six files of the list of units.',
  },
  'areas.import-file-damaged': {
    status: 400,
    vi: 'Không đọc được tệp {file}. Hãy kiểm tra xem tệp có phải là CSV mã UTF-8 không.',
    en: 'The file {file} cannot be read. Check that it is CSV in UTF-8.',
  },
  'areas.import-column-missing': {
    status: 400,
    vi: 'Tệp {file} thiếu cột {column}. Hãy lấy lại tệp đúng mẫu.',
    en: 'The file {file} has no column {column}. Get the right file.',
  },
  'areas.map-damaged': {
    status: 400,
    vi: 'Không đọc được bản đồ. Hãy chọn tệp TopoJSON, mỗi vùng có mã (code) và tên (name) của đơn vị.',
    en: 'The map cannot be read. Choose a TopoJSON file whose shapes carry code and name of the unit.',
  },
})
