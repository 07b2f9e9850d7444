import { addMonths, type Day } from '#base/day.ts'

export type Purpose = {
  key: string
  name: string
  data: string
  dataClass: 'cơ bản' | 'nhạy cảm'
  base: string
  kept: string
  /** Rows counted for the record of processing. */
  table: string
}

/**
 * What the product does with personal data and on what legal base: the source of the public notice and of the record
 * of processing. Bases: Luật 91/2025/QH15 Art. 19.1 (activity of state bodies under law). Terms of keeping are this
 * installation's rule until a schedule of the state archives names them (unverified).
 */
export const purposes: readonly Purpose[] = [
  {
    key: 'children',
    name: 'Quản lý danh sách trẻ em của địa phương',
    data: 'Họ tên, ngày sinh, giới tính, dân tộc, nơi ở, số định danh, người chăm sóc, diện hộ',
    dataClass: 'nhạy cảm',
    base: 'Hoạt động của cơ quan nhà nước: Luật Trẻ em 2016; Quyết định 1437/QĐ-TTg',
    kept: 'Đến khi trẻ đủ 16 tuổi và 5 năm sau khi rời danh sách',
    table: 'children',
  },
  {
    key: 'services',
    name: 'Theo dõi dịch vụ y tế, dinh dưỡng, giáo dục, chăm sóc, bảo vệ, phúc lợi cho trẻ',
    data: 'Dịch vụ đã nhận, ngày, ghi chú của người ghi',
    dataClass: 'nhạy cảm',
    base: 'Hoạt động của cơ quan nhà nước: Luật Trẻ em 2016; Quyết định 1437/QĐ-TTg',
    kept: 'Như danh sách trẻ em',
    table: 'services_records',
  },
  {
    key: 'growth',
    name: 'Theo dõi tăng trưởng và dinh dưỡng',
    data: 'Cân nặng, chiều cao, vòng đầu, vòng cánh tay và kết quả so với chuẩn',
    dataClass: 'nhạy cảm',
    base: 'Hoạt động của cơ quan nhà nước trong chăm sóc sức khỏe trẻ em',
    kept: 'Như danh sách trẻ em',
    table: 'growth_measurements',
  },
  {
    key: 'screening',
    name: 'Sàng lọc phát triển và giới thiệu đi khám',
    data: 'Câu trả lời, kết quả sàng lọc, nơi giới thiệu',
    dataClass: 'nhạy cảm',
    base: 'Hoạt động của cơ quan nhà nước trong chăm sóc sức khỏe trẻ em',
    kept: 'Như danh sách trẻ em',
    table: 'screening_records',
  },
  {
    key: 'consent',
    name: 'Truyền thông, câu chuyện, báo cáo nhà tài trợ, chia sẻ ngoài mạng lưới, nghiên cứu',
    data: 'Chỉ những gì gia đình và trẻ từ đủ 7 tuổi đã đồng ý',
    dataClass: 'cơ bản',
    base: 'Sự đồng ý: Luật 91/2025/QH15, Điều 24',
    kept: 'Đến khi rút lại sự đồng ý; bằng chứng được giữ',
    table: 'privacy_consents',
  },
  {
    key: 'audit',
    name: 'Ghi lại ai đã xem, ai đã sửa dữ liệu',
    data: 'Người dùng, thời điểm, địa chỉ mạng, loại thiết bị, mã trẻ',
    dataClass: 'cơ bản',
    base: 'Nghĩa vụ ghi nhật ký: Nghị định 165/2025/NĐ-CP (ít nhất 6 tháng)',
    kept: 'Không xóa; khi dữ liệu của trẻ bị xóa, nhật ký giữ lại nhưng không còn tên',
    table: 'accounts_audit',
  },
]

/** The measures that stand in the product; a person checks the rest of the list on the page. */
export const measures: readonly string[] = [
  'Mỗi người chỉ thấy dữ liệu trong địa bàn và vai trò được giao; cơ sở dữ liệu chặn thêm một lớp theo địa bàn.',
  'Mọi lần xem, sửa, xuất dữ liệu của trẻ được ghi lại; nhật ký được niêm phong theo chuỗi, bị sửa hay xóa là phát hiện được.',
  'Số liệu và báo cáo không chứa tên trẻ.',
  'Nhật ký máy chủ không chứa dữ liệu cá nhân.',
  'Người quản trị tài khoản không xem được hồ sơ trẻ.',
]

/** A child is a person under 16 (Luật Trẻ em 2016 Art. 1); years after leaving the register: our rule. */
const keptUntilAge = 16
const keptAfterLeaving = 5

/** Whether the register may let go of a child: both terms are over. */
export function isTermOver({ bornOn, leftOn }: { bornOn: Day; leftOn: Day | null }, today: Day): boolean {
  if (addMonths(bornOn, keptUntilAge * 12) > today) return false
  return leftOn === null || addMonths(leftOn, keptAfterLeaving * 12) <= today
}

/** Children born on or before this day may be past their term. */
export function termBornBefore(today: Day): Day {
  return addMonths(today, -keptUntilAge * 12)
}
