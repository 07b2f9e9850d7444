/**
 * Every table with data of one child: what the family's copy shows of it, and what erasing does. A test compares the
 * list with the database: a new table with child_id fails it until somebody decides.
 */
export type ChildTable = {
  table: string
  title: string
  /** Columns shown in the printed copy, by their headings; the JSON copy holds every column. */
  columns: Readonly<Record<string, string>>
  erasing: 'emptied of what identifies' | 'deleted' | 'kept without a name'
  /** Not in the family's copy, and why: a person answers on it (NĐ 56/2017/NĐ-CP Art. 24, personal-data.md 1). */
  withheld?: string
  /** Only digests and derived words of what stands in another table. */
  derived?: true
}

export const childTables: readonly ChildTable[] = [
  {
    table: 'children',
    title: 'Thông tin trong danh sách trẻ em',
    columns: {
      full_name: 'Họ và tên',
      born_on: 'Ngày sinh',
      sex: 'Giới tính',
      ethnic_code: 'Mã dân tộc',
      commune: 'Xã, phường',
      village: 'Thôn, tổ dân phố',
      address: 'Địa chỉ',
      household_code: 'Mã hộ',
      household_head: 'Chủ hộ',
      household_address: 'Địa chỉ của hộ',
      household_years: 'Diện hộ theo năm',
      poverty: 'Diện hộ',
      disabled: 'Khuyết tật',
      special_circumstance: 'Hoàn cảnh đặc biệt',
      education: 'Nơi học',
      registered_at: 'Ngày đăng ký',
      left_on: 'Ngày rời danh sách',
      left_reason: 'Lý do rời',
    },
    erasing: 'emptied of what identifies',
  },
  {
    table: 'children_carers',
    title: 'Người chăm sóc',
    columns: { full_name: 'Họ và tên', relation: 'Quan hệ', phone: 'Điện thoại' },
    erasing: 'deleted',
  },
  {
    table: 'children_identifiers',
    title: 'Số định danh',
    columns: { value: 'Số' },
    erasing: 'deleted',
  },
  {
    table: 'children_name_tokens',
    title: 'Các từ trong tên, để tìm',
    columns: { token: 'Từ' },
    erasing: 'deleted',
    derived: true,
  },
  {
    table: 'children_facts',
    title: 'Nơi ở, diện hộ, thẻ bảo hiểm, khai sinh, nơi học theo thời gian',
    columns: {
      kind: 'Loại',
      value: 'Nội dung',
      from_day: 'Từ ngày',
      to_day: 'Đến ngày',
      number: 'Số',
      household_code: 'Mã hộ',
      detail: 'Chi tiết',
      source: 'Nguồn',
      undone_at: 'Đã bỏ lúc',
    },
    erasing: 'emptied of what identifies',
  },
  {
    table: 'children_moves',
    title: 'Chuyển sang xã, phường khác',
    columns: { moved_on: 'Ngày chuyển', sent_at: 'Gửi lúc', state: 'Tình trạng', answered_at: 'Trả lời lúc' },
    erasing: 'emptied of what identifies',
  },
  {
    table: 'children_steps',
    title: 'Lần ghi chung cho nhiều trẻ',
    columns: {},
    erasing: 'kept without a name',
    derived: true,
  },
  {
    table: 'children_births',
    title: 'Chăm sóc người mẹ trước khi sinh',
    columns: { expected: 'Ngày dự sinh', care: 'Đã ghi nhận' },
    erasing: 'deleted',
  },
  {
    table: 'children_circumstances',
    title: 'Hoàn cảnh đặc biệt (phần mật)',
    columns: {},
    erasing: 'emptied of what identifies',
    withheld: 'Phần mật: người làm công tác bảo vệ trẻ em trả lời riêng, để không gây hại cho trẻ.',
  },
  {
    table: 'children_openings',
    title: 'Các lần mở phần mật',
    columns: {},
    erasing: 'emptied of what identifies',
    withheld: 'Thuộc phần mật; thời điểm mở có trong thư trả lời ai đã xem hồ sơ.',
  },
  {
    table: 'children_pairs',
    title: 'Nghi trùng với hồ sơ khác',
    columns: {},
    erasing: 'deleted',
    withheld: 'Chứa mã của trẻ khác.',
  },
  {
    table: 'children_merges',
    title: 'Gộp hồ sơ',
    columns: { merged_at: 'Thời điểm gộp', undone_at: 'Tách lại lúc' },
    erasing: 'emptied of what identifies',
  },
  {
    table: 'children_merge_records',
    title: 'Các dòng đã gộp',
    columns: {},
    erasing: 'kept without a name',
    derived: true,
  },
  {
    table: 'screening_records',
    title: 'Sàng lọc phát triển',
    columns: { screened_on: 'Ngày', tool: 'Công cụ', result: 'Kết quả', next_on: 'Lần sau' },
    erasing: 'emptied of what identifies',
  },
  {
    table: 'screening_referrals',
    title: 'Giới thiệu đi khám',
    columns: {
      proposed_on: 'Ngày',
      referred_to: 'Nơi khám',
      answer_by: 'Trả lời trước ngày',
      state: 'Tình trạng',
      state_note: 'Ghi chú',
    },
    erasing: 'kept without a name',
  },
  {
    table: 'services_records',
    title: 'Dịch vụ đã nhận',
    columns: {
      done_on: 'Ngày',
      item: 'Dịch vụ',
      dose: 'Mũi',
      answer: 'Kết quả',
      note: 'Ghi chú',
      undone_at: 'Đã bỏ lúc',
    },
    erasing: 'kept without a name',
  },
  {
    table: 'services_open',
    title: 'Dịch vụ đang đến hạn (tính từ các lần ghi)',
    columns: { earliest: 'Hạn gần nhất' },
    erasing: 'kept without a name',
    derived: true,
  },
  {
    table: 'services_needs',
    title: 'Việc cần làm do theo dõi tăng trưởng',
    columns: { opens_on: 'Từ ngày', due_on: 'Hạn', reason_vi: 'Lý do' },
    erasing: 'kept without a name',
    derived: true,
  },
  {
    table: 'services_status',
    title: 'Kết quả theo kỳ (tính từ các lần ghi)',
    columns: { period: 'Kỳ', age_years: 'Tuổi' },
    erasing: 'kept without a name',
    derived: true,
  },
  {
    table: 'services_stale',
    title: 'Đang chờ tính lại',
    columns: {},
    erasing: 'kept without a name',
    derived: true,
  },
  {
    table: 'growth_measurements',
    title: 'Các lần cân, đo',
    columns: {
      measured_on: 'Ngày',
      weight_kg: 'Cân nặng (kg)',
      lenhei_cm: 'Chiều dài, chiều cao (cm)',
      head_cm: 'Vòng đầu (cm)',
      arm_cm: 'Vòng cánh tay (cm)',
      undone_at: 'Đã bỏ lúc',
    },
    erasing: 'kept without a name',
  },
  {
    table: 'growth_scores',
    title: 'Kết quả so với chuẩn tăng trưởng',
    columns: { measured_on: 'Ngày', classes: 'Xếp loại' },
    erasing: 'kept without a name',
  },
  {
    table: 'growth_states',
    title: 'Tình trạng dinh dưỡng gần nhất',
    columns: { measured_on: 'Ngày', classes: 'Xếp loại', next_on: 'Cân lại' },
    erasing: 'kept without a name',
  },
  {
    table: 'reorganisation_moves',
    title: 'Chuyển nơi quản lý khi sắp xếp đơn vị (mã đơn vị)',
    columns: {},
    erasing: 'kept without a name',
    derived: true,
  },
  {
    table: 'privacy_consents',
    title: 'Ý kiến đồng ý hoặc không đồng ý',
    columns: {
      given_on: 'Ngày',
      purpose: 'Mục đích',
      decision: 'Ý kiến',
      given_by: 'Người cho ý kiến',
      wording: 'Nội dung đã đọc',
      withdrawn_on: 'Rút lại ngày',
    },
    erasing: 'emptied of what identifies',
  },
  {
    table: 'privacy_requests',
    title: 'Yêu cầu về dữ liệu',
    columns: {
      received_on: 'Ngày nhận',
      kind: 'Loại',
      requester: 'Người yêu cầu',
      words: 'Nội dung',
      due_on: 'Hạn',
      decided_on: 'Giải quyết ngày',
      decision: 'Kết quả',
    },
    erasing: 'emptied of what identifies',
  },
  {
    table: 'privacy_breach_children',
    title: 'Sự cố dữ liệu có dữ liệu của trẻ',
    columns: { noticed: 'Phát hiện ngày', kind: 'Loại', told: 'Báo gia đình ngày' },
    erasing: 'kept without a name',
  },
  {
    table: 'privacy_erasures',
    title: 'Quyết định xóa dữ liệu',
    columns: { erased_at: 'Thời điểm', ground: 'Căn cứ' },
    erasing: 'kept without a name',
  },
  {
    table: 'accounts_audit',
    title: 'Việc làm trên hồ sơ',
    columns: { at: 'Thời điểm', action: 'Việc' },
    erasing: 'emptied of what identifies',
  },
]
