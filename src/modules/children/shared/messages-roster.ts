import { defineMessages } from '#base/messages.ts'

/** Sentences about the rows of a roster; `{value}` is what stands in the cell, `{row}` another row's number. */
export const rosterMessages = defineMessages({
  vi: {
    'children.row.name-missing':
      'Thiếu họ và tên. Hãy ghi họ và tên trẻ (hoặc “Chưa đặt tên” với trẻ sơ sinh).',
    'children.row.name-too-long': 'Họ và tên dài quá 100 chữ. Hãy kiểm tra lại ô này.',
    'children.row.name-not-letters': 'Họ và tên “{value}” có ký tự không phải chữ. Hãy ghi lại họ và tên.',
    'children.row.birth-missing': 'Thiếu ngày sinh. Hãy ghi đủ ngày/tháng/năm.',
    'children.row.birth-not-a-day':
      'Ngày sinh “{value}” không có trong lịch. Hãy kiểm tra lại ngày và tháng.',
    'children.row.birth-month-first':
      'Ngày sinh “{value}” viết tháng trước ngày. Hãy viết lại theo ngày/tháng/năm.',
    'children.row.birth-year-only':
      'Ngày sinh “{value}” mới có năm; tuổi được tính từ ngày 1/7. Hãy bổ sung khi có giấy khai sinh.',
    'children.row.birth-month-only':
      'Ngày sinh “{value}” mới có tháng và năm; tuổi được tính từ ngày 15. Hãy bổ sung khi có giấy khai sinh.',
    'children.row.birth-unreadable':
      'Không đọc được ngày sinh “{value}”. Hãy viết theo ngày/tháng/năm, ví dụ 07/03/2021.',
    'children.row.born-in-future': 'Ngày sinh “{value}” ở sau hôm nay. Hãy kiểm tra lại năm sinh.',
    'children.row.too-old':
      'Sinh ngày “{value}” thì đã đủ 16 tuổi, không còn là trẻ em. Hãy kiểm tra lại năm sinh.',
    'children.row.sex-missing': 'Thiếu giới tính. Hãy ghi Nam hoặc Nữ.',
    'children.row.sex-unreadable': 'Không hiểu giới tính “{value}”. Hãy ghi Nam hoặc Nữ.',
    'children.row.sex-both': 'Cả hai cột Nam và Nữ đều được đánh dấu. Hãy giữ lại một cột.',
    'children.row.ethnic-unknown':
      'Dân tộc “{value}” không có trong danh mục dân tộc Việt Nam. Hãy ghi theo danh mục.',
    'children.row.poverty-unreadable':
      'Không hiểu diện hộ “{value}”. Hãy ghi Hộ nghèo, Hộ cận nghèo hoặc Không.',
    'children.row.personal-id-not-12-digits':
      'Số định danh phải có đúng 12 chữ số. Hãy kiểm tra lại hoặc để trống nếu chưa có.',
    'children.row.personal-id-of-adult':
      'Số có 9 chữ số là số chứng minh nhân dân của người lớn. Hãy ghi số định danh 12 chữ số của trẻ.',
    'children.row.personal-id-other-century':
      'Số định danh không thuộc thế kỷ của năm sinh. Hãy kiểm tra chữ số thứ tư.',
    'children.row.personal-id-other-sex':
      'Số định danh là của giới tính khác. Hãy kiểm tra lại giới tính hoặc số định danh.',
    'children.row.personal-id-other-year':
      'Số định danh là của năm sinh khác. Hãy kiểm tra lại năm sinh hoặc số định danh.',
    'children.row.personal-id-taken':
      'Số định danh này đã ghi cho một trẻ khác trong cả nước. Hãy đối chiếu giấy khai sinh.',
    'children.row.formula-broken': 'Ô này là công thức bị lỗi ({value}). Hãy thay công thức bằng giá trị.',
    'children.row.example-mark':
      'Ô đầu dòng còn chữ VÍ DỤ nên dòng chưa được nhập. Nếu đây là trẻ thật, hãy xóa chữ đó rồi nhập lại.',
    'children.row.phone-unreadable': 'Số điện thoại “{value}” không đúng nên để trống.',
    'children.row.education-unreadable': 'Không hiểu “{value}” ở cột đang học nên để trống.',
    'children.row.personal-id-unknown-place':
      'Ba chữ số đầu của số định danh không có trong bảng mã tỉnh. Hãy kiểm tra lại nếu trẻ khai sinh trong nước.',
    'children.row.village-new': 'Thôn “{value}” chưa có trong danh mục, sẽ được thêm khi nhập.',
    'children.row.possibly-row': 'Có thể là cùng một trẻ với dòng {value} của tệp này.',
    'children.row.possibly-child': 'Có thể là trẻ đã có trong sổ: {value}.',
    'children.row.known-row': 'Trùng hoàn toàn với dòng {value} của tệp này, không nhập lại.',
    'children.row.known-child': 'Trẻ này đã có trong sổ ({value}), không nhập lại.',
  },
  en: {
    'children.row.name-missing': 'The name is missing. Write the name (or “Chưa đặt tên” for a newborn).',
    'children.row.name-too-long': 'The name is longer than 100 letters. Check this cell.',
    'children.row.name-not-letters':
      'The name “{value}” holds signs that are no letters. Write the name again.',
    'children.row.birth-missing': 'The birth date is missing. Write day/month/year.',
    'children.row.birth-not-a-day': 'The birth date “{value}” is not in the calendar. Check day and month.',
    'children.row.birth-month-first': 'The birth date “{value}” has the month first. Write day/month/year.',
    'children.row.birth-year-only':
      'The birth date “{value}” is a year only: ages count from 1 July. Complete it later.',
    'children.row.birth-month-only':
      'The birth date “{value}” has no day: ages count from the 15th. Complete it later.',
    'children.row.birth-unreadable':
      'The birth date “{value}” cannot be read. Write day/month/year, as 07/03/2021.',
    'children.row.born-in-future': 'The birth date “{value}” is after today. Check the year.',
    'children.row.too-old': 'Born on “{value}” the person has turned 16 and is no child. Check the year.',
    'children.row.sex-missing': 'The sex is missing. Write Nam or Nữ.',
    'children.row.sex-unreadable': 'The sex “{value}” is not understood. Write Nam or Nữ.',
    'children.row.sex-both': 'Both columns Nam and Nữ are ticked. Keep one.',
    'children.row.ethnic-unknown':
      'The ethnic group “{value}” is not in the list of Viet Nam. Write it as in the list.',
    'children.row.poverty-unreadable':
      'The household status “{value}” is not understood. Write poor, near-poor or no.',
    'children.row.personal-id-not-12-digits':
      'A personal ID number has exactly 12 digits. Check it, or leave it empty.',
    'children.row.personal-id-of-adult':
      'Nine digits are an old number of an adult. Write the 12-digit number of the child.',
    'children.row.personal-id-other-century':
      'The number is of another century than the birth year. Check the fourth digit.',
    'children.row.personal-id-other-sex': 'The number is of the other sex. Check sex or number.',
    'children.row.personal-id-other-year': 'The number is of another birth year. Check year or number.',
    'children.row.personal-id-taken':
      'The number belongs to another child of the country. Check the birth certificate.',
    'children.row.formula-broken': 'This cell is a broken formula ({value}). Put the value instead.',
    'children.row.example-mark':
      'The first cell still says VÍ DỤ (example), so the row is not taken. If this is a child, clear that cell and import again.',
    'children.row.phone-unreadable': 'The phone number “{value}” is wrong and left empty.',
    'children.row.education-unreadable': 'The learning place “{value}” is not understood and left empty.',
    'children.row.personal-id-unknown-place':
      'The first three digits of the number are no known province. Check it if the birth was registered in the country.',
    'children.row.village-new': 'The village “{value}” is not in the list yet and will be added.',
    'children.row.possibly-row': 'May be the same child as row {value} of this file.',
    'children.row.possibly-child': 'May be a child of the register: {value}.',
    'children.row.known-row': 'Fully equal to row {value} of this file; not taken again.',
    'children.row.known-child': 'This child is in the register already ({value}); not taken again.',
  },
})
