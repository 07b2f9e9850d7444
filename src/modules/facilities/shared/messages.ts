import { defineMessages } from '#base/messages.ts'

export const facilitiesMessages = defineMessages({
  vi: {
    'facilities.row.name-missing': 'Thiếu tên cơ sở. Hãy ghi tên cơ sở.',
    'facilities.row.name-too-long': 'Tên cơ sở dài quá 200 chữ. Hãy viết gọn lại.',
    'facilities.row.kind-missing': 'Thiếu loại cơ sở. Hãy chọn một loại trong trang Hướng dẫn của mẫu.',
    'facilities.row.kind-unknown':
      'Không có loại cơ sở “{value}”. Hãy dùng một loại trong trang Hướng dẫn của mẫu.',
    'facilities.row.operator-unknown':
      'Không hiểu hình thức “{value}”. Hãy ghi Công lập, Tư thục, Cộng đồng hoặc Tôn giáo.',
    'facilities.row.day':
      'Ngày bắt đầu “{value}” không có trong lịch hoặc ở sau hôm nay. Hãy ghi ngày/tháng/năm.',
    'facilities.row.capacity': 'Sức chứa “{value}” không phải là số từ 0 đến 100.000. Hãy ghi lại.',
    'facilities.row.land': 'Diện tích “{value}” không phải là số mét vuông. Hãy ghi lại bằng số.',
    'facilities.row.phone': 'Số điện thoại “{value}” không đọc được. Hãy ghi lại bằng chữ số.',
    'facilities.row.place-unknown':
      'Không tìm thấy đơn vị “{value}” trong địa bàn đang nhập. Hãy sửa tên cho đúng danh mục.',
    'facilities.row.known': 'Đã có cơ sở đang hoạt động cùng loại, cùng tên “{value}” ở đơn vị này.',
    'facilities.row.unreadable': 'Dòng này không đọc được. Hãy kiểm tra lại từng ô.',
  },
  en: {
    'facilities.row.name-missing': 'The name is missing. Write it down.',
    'facilities.row.name-too-long': 'The name is longer than 200 letters. Shorten it.',
    'facilities.row.kind-missing': 'The kind is missing. Choose one from the template’s explanation.',
    'facilities.row.kind-unknown': 'There is no kind “{value}”. Use one from the template’s explanation.',
    'facilities.row.operator-unknown':
      'The form “{value}” is not understood. Write Công lập, Tư thục, Cộng đồng or Tôn giáo.',
    'facilities.row.day': 'The first day “{value}” does not exist or is in the future. Write day/month/year.',
    'facilities.row.capacity': 'The capacity “{value}” is no number from 0 to 100,000. Correct it.',
    'facilities.row.land': 'The land “{value}” is no number of square metres. Correct it.',
    'facilities.row.phone': 'The phone number “{value}” cannot be read. Use digits.',
    'facilities.row.place-unknown': 'No unit “{value}” was found in the area. Write its name as in the list.',
    'facilities.row.known': 'An open facility of this kind with the name “{value}” is there already.',
    'facilities.row.unreadable': 'This row cannot be read. Check each cell.',
  },
})
