import type { RowNote } from './survey-row.ts'

/** What the command line says beside a scored file; it speaks Vietnamese only. */
export const surveyMessages = {
  builtin:
    'Lưu ý: đang dùng bảng có sẵn (theo tháng, lệch tối đa 0,03): chưa có vòng cánh tay, nếp gấp da và chuẩn 5-19 tuổi. Nhập bảng chính thức của WHO bằng: growth import-standard THƯ_MỤC.',
  noAge: 'Lưu ý: tệp không có cột age_days hoặc age_months; chỉ tính được cân nặng theo chiều dài/chiều cao.',
  noColumn: 'Lưu ý: tệp không có cột {columns}; các chỉ số cần số đo này để trống.',
  columnsReplaced: 'Lưu ý: các cột đã có trong tệp được tính lại: {columns}.',
  moreCells: '... và {count} ô khác cần xem lại.',
  leftOut: 'Lưu ý: {count} dòng không đưa vào bảng vì quá tuổi của chuẩn hoặc thiếu cụm, tầng mẫu.',
  cell: {
    'not-a-number': 'Dòng {row}, cột {column}: không phải là số, coi như không có.',
    'comma-taken': 'Dòng {row}, cột {column}: đã đọc dấu phẩy là dấu thập phân.',
    'not-positive': 'Dòng {row}, cột {column}: số đo phải lớn hơn 0, coi như không có.',
    'unknown-word': 'Dòng {row}, cột {column}: không hiểu giá trị này, coi như không có.',
    'negative-age':
      'Dòng {row}, cột {column}: tuổi âm (ngày cân đo trước ngày sinh), coi như không biết tuổi.',
    'looks-like-grams':
      'Dòng {row}, cột {column}: cân nặng có vẻ ghi bằng gam; không tự đổi, hãy sửa lại thành ki-lô-gam.',
    'looks-like-metres':
      'Dòng {row}, cột {column}: chiều cao có vẻ ghi bằng mét; không tự đổi, hãy sửa lại thành xăng-ti-mét.',
    'ages-differ':
      'Dòng {row}, cột {column}: tuổi theo ngày và theo tháng khác nhau; đã dùng tuổi theo ngày.',
  } satisfies Record<RowNote['note'], string>,
}
