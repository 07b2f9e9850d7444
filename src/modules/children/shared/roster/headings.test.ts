import { describe, expect, test } from 'vitest'
import { fieldOfHeading } from './headings.ts'

describe('a heading names a column', () => {
  test.each([
    ['Họ và tên', 'fullName'],
    ['HỌ VÀ TÊN TRẺ EM', 'fullName'],
    ['Ho ten tre', 'fullName'],
    ['Họ tên trẻ', 'fullName'],
    ['Họ, tên học sinh', 'fullName'],
    ['Tên trẻ', 'fullName'],
    ['Họ và chữ đệm', 'familyName'],
    ['Họ đệm', 'familyName'],
    ['Tên', 'givenName'],
    ['Ngày sinh', 'bornOn'],
    ['Ngày, tháng, năm sinh', 'bornOn'],
    ['Ngày tháng năm sinh (dd/mm/yyyy)', 'bornOn'],
    ['Sinh ngày', 'bornOn'],
    ['Năm sinh', 'bornOn'],
    ['Năm', 'bornYear'],
    ['Tháng', 'bornMonth'],
    ['Giới tính', 'sex'],
    ['Giới tính (Nam/Nữ)', 'sex'],
    ['Nam/Nữ', 'sex'],
    ['Nam', 'male'],
    ['Nữ', 'female'],
    ['Dân tộc', 'ethnic'],
    ['Thôn/Làng/Tổ', 'village'],
    ['Thôn', 'village'],
    ['Tổ dân phố', 'village'],
    ['Hộ số', 'household'],
    ['Mã hộ', 'household'],
    ['Họ tên mẹ', 'mother'],
    ['Họ và tên mẹ', 'mother'],
    ['Mẹ', 'mother'],
    ['Họ tên cha', 'father'],
    ['Họ tên bố', 'father'],
    ['Người chăm sóc', 'carer'],
    ['Họ tên cha/mẹ/người chăm sóc', 'carer'],
    ['SĐT', 'phone'],
    ['Số điện thoại', 'phone'],
    ['SĐT mẹ', 'motherPhone'],
    ['Số định danh', 'personalId'],
    ['Số định danh cá nhân/CCCD', 'personalId'],
    ['Hộ nghèo', 'poor'],
    ['Cận nghèo', 'nearPoor'],
    ['Hộ cận nghèo', 'nearPoor'],
    ['Hộ nghèo/cận nghèo', 'poverty'],
    ['Diện hộ', 'poverty'],
    ['Khuyết tật', 'disabled'],
    ['Trẻ có hoàn cảnh đặc biệt', 'special'],
    ['Đang học', 'education'],
    ['Địa chỉ', 'address'],
    ['Nơi ở hiện tại', 'address'],
    ['STT', 'rowNumber'],
    ['Ghi chú', 'note'],
  ] as const)('%s is %s', (heading, field) => {
    expect(fieldOfHeading(heading)).toBe(field)
  })

  test.each(['Năm sinh mẹ', 'Nghề nghiệp cha', 'CCCD của mẹ', 'Cân nặng', 'Nơi sinh', 'Số mũi', ''])(
    '%s is not taken for anything',
    (heading) => {
      expect(fieldOfHeading(heading)).toBeUndefined()
    },
  )

  test('marks do not matter but for Nam and Năm', () => {
    for (const heading of ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Dân tộc', 'Số định danh', 'Họ tên mẹ']) {
      const bare = heading.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
      expect(fieldOfHeading(bare)).toBe(fieldOfHeading(heading))
    }
  })
})
