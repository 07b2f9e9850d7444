import { defineProblems } from '#base/problem.ts'

/** The ways this module refuses. */
export const facilitiesProblem = defineProblems({
  'facilities.area-not-found': {
    status: 404,
    vi: 'Không tìm thấy đơn vị này trong địa bàn của bạn. Hãy chọn lại đơn vị.',
    en: 'This unit cannot be found in your area. Choose the unit again.',
  },
  'facilities.area-ended': {
    status: 422,
    vi: 'Đơn vị này không còn vào ngày hôm nay. Hãy chọn đơn vị kế tiếp của nó.',
    en: 'This unit no longer exists today. Choose the unit that followed it.',
  },
  'facilities.not-found': {
    status: 404,
    vi: 'Không tìm thấy cơ sở này trong địa bàn của bạn. Hãy tải lại danh sách.',
    en: 'This facility cannot be found in your area. Reload the list.',
  },
  'facilities.feature-not-found': {
    status: 404,
    vi: 'Không tìm thấy đặc điểm này. Có thể người khác đã bỏ; hãy tải lại trang.',
    en: 'This feature cannot be found. Someone may have removed it; reload the page.',
  },
  'facilities.danger-not-found': {
    status: 404,
    vi: 'Không tìm thấy nơi nguy hiểm này trong địa bàn của bạn. Hãy tải lại danh sách.',
    en: 'This dangerous place cannot be found in your area. Reload the list.',
  },
  'facilities.contact-not-found': {
    status: 404,
    vi: 'Không tìm thấy số điện thoại này. Có thể người khác đã bỏ; hãy tải lại danh bạ.',
    en: 'This number cannot be found. Someone may have removed it; reload the directory.',
  },
  'facilities.import-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần nhập này trong địa bàn của bạn.',
    en: 'This import cannot be found in your area.',
  },
  'facilities.id-used': {
    status: 409,
    vi: 'Mã này đã dùng cho nội dung khác. Hãy tải lại trang rồi nhập lại.',
    en: 'This id was used for something else. Reload the page and enter it again.',
  },
  'facilities.dates-in-order': {
    status: 422,
    vi: 'Ngày kết thúc ở trước ngày bắt đầu. Hãy kiểm tra lại hai ngày.',
    en: 'The end is before the beginning. Check both days.',
  },
  'facilities.named-twice': {
    status: 409,
    vi: 'Đơn vị này đã có một cơ sở đang hoạt động cùng loại, cùng tên. Hãy sửa cơ sở đó, hoặc ghi tên khác.',
    en: 'This unit already has an open facility of the same kind and name. Edit that one, or give another name.',
  },
  'facilities.changed-meanwhile': {
    status: 409,
    vi: 'Người khác vừa sửa cơ sở này. Hãy tải lại để xem bản mới rồi sửa tiếp.',
    en: 'Someone has just changed this facility. Reload to see the new version, then edit.',
  },
  'facilities.feature-overlaps': {
    status: 409,
    vi: 'Đơn vị đã có đặc điểm này (hoặc đặc điểm trái với nó) từ {from} đến {to}. Hãy chọn thời gian khác, hoặc kết thúc đặc điểm cũ trước.',
    en: 'The unit already has this feature (or its opposite) from {from} to {to}. Choose other dates, or end the earlier one first.',
  },
  'facilities.project-needed': {
    status: 422,
    vi: 'Thí điểm và nhân rộng phải có tên dự án hoặc mô hình. Hãy ghi tên đó.',
    en: 'A pilot or scale-up needs the name of its project or model. Write it down.',
  },
  'facilities.project-needless': {
    status: 422,
    vi: 'Chỉ thí điểm và nhân rộng mới có tên dự án, nhà tài trợ. Hãy bỏ trống hai ô này hoặc chọn lại loại đặc điểm.',
    en: 'Only a pilot or scale-up has a project and a donor. Clear these fields or choose another kind.',
  },
  'facilities.found-in-future': {
    status: 422,
    vi: 'Ngày phát hiện ở sau hôm nay. Hãy kiểm tra lại ngày.',
    en: 'The day it was found is in the future. Check the day.',
  },
  'facilities.inspection-in-future': {
    status: 422,
    vi: 'Ngày kiểm tra ở sau hôm nay. Chỉ ghi lần kiểm tra đã làm.',
    en: 'The day of the inspection is in the future. Record only what has been done.',
  },
  'facilities.inspection-before-found': {
    status: 422,
    vi: 'Ngày kiểm tra ở trước ngày phát hiện nơi này. Hãy kiểm tra lại ngày.',
    en: 'The inspection is before the day the place was found. Check the day.',
  },
  'facilities.next-inspection-needed': {
    status: 422,
    vi: 'Nơi này vẫn còn nguy hiểm. Hãy ghi ngày phải kiểm tra lại.',
    en: 'The place is still dangerous. Say when somebody must look again.',
  },
  'facilities.next-inspection-not-later': {
    status: 422,
    vi: 'Ngày kiểm tra lại phải sau lần kiểm tra này. Hãy chọn ngày khác.',
    en: 'The next inspection must be after this one. Choose another day.',
  },
  'facilities.inspected-that-day': {
    status: 409,
    vi: 'Nơi này đã có lần kiểm tra trong ngày đó. Mỗi ngày ghi một lần.',
    en: 'An inspection of that day is there already. One a day is recorded.',
  },
  'facilities.import-wrong-columns': {
    status: 422,
    vi: 'Không thấy dòng tiêu đề có cột "Tên cơ sở" và "Loại". Hãy tải mẫu, điền vào mẫu rồi tải lên.',
    en: 'No head row with the columns "Tên cơ sở" and "Loại" was found. Fill in the template and upload it.',
  },
  'facilities.import-no-rows': {
    status: 422,
    vi: 'Tệp không có dòng nào dưới tiêu đề. Hãy điền danh sách rồi tải lên.',
    en: 'The file has no line below its head row. Fill in the list and upload it.',
  },
})
