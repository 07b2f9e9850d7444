/**
 * Fields of departments and ministries with the days between which they existed.
 * Source: Nghị quyết 176/2025/QH15 and 190/2025/QH15, Luật Tổ chức chính quyền địa phương 72/2025/QH15;
 * a department of one province may have ended some weeks later than the ministry.
 */
export type AgencyField = { name: string; short: readonly string[]; until?: string; from?: string }

export const agencyFields: readonly AgencyField[] = [
  {
    name: 'Lao động - Thương binh và Xã hội',
    short: ['LĐTBXH', 'LĐ-TB&XH', 'LĐTB&XH', 'LĐ-TBXH', 'LĐ, TB&XH', 'LĐ,TB&XH', 'LĐ, TB, XH'],
    until: '2025-02-28',
  },
  { name: 'Lao động, Thương binh và Xã hội', short: [], until: '2025-02-28' },
  { name: 'Lao động Thương binh và Xã hội', short: [], until: '2025-02-28' },
  { name: 'Thông tin và Truyền thông', short: ['TTTT', 'TT&TT'], until: '2025-02-28' },
  { name: 'Kế hoạch và Đầu tư', short: ['KHĐT', 'KH&ĐT'], until: '2025-02-28' },
  { name: 'Giao thông vận tải', short: ['GTVT'], until: '2025-02-28' },
  { name: 'Nông nghiệp và Phát triển nông thôn', short: ['NN&PTNT', 'NNPTNT'], until: '2025-02-28' },
  { name: 'Nông nghiệp & Phát triển nông thôn', short: [], until: '2025-02-28' },
  { name: 'Tài nguyên và Môi trường', short: ['TNMT', 'TN&MT'], until: '2025-02-28' },
  { name: 'Nông nghiệp và Môi trường', short: ['NN&MT', 'NNMT'], from: '2025-03-01' },
  { name: 'Dân tộc và Tôn giáo', short: ['DTTG'], from: '2025-03-01' },
  { name: 'Giáo dục và Đào tạo', short: ['GDĐT', 'GD&ĐT', 'GD-ĐT'] },
  { name: 'Khoa học và Công nghệ', short: ['KHCN', 'KH&CN'] },
  { name: 'Văn hóa, Thể thao và Du lịch', short: ['VHTTDL', 'VHTT&DL', 'VH,TT&DL', 'VH, TT&DL', 'VHTTDL'] },
  { name: 'Văn hóa, Thể thao, Du lịch', short: [] },
  { name: 'Văn hóa và Thể thao', short: ['VHTT', 'VH&TT'] },
  { name: 'Văn hóa, Thông tin', short: [] },
  { name: 'Văn hóa và Thông tin', short: ['VHTT'] },
  { name: 'Văn hóa, Khoa học và Thông tin', short: [] },
  { name: 'Văn hóa - Xã hội', short: ['VHXH', 'VH-XH'] },
  { name: 'Văn hóa, Xã hội', short: [] },
  { name: 'Kinh tế, Hạ tầng và Đô thị', short: [] },
  { name: 'Kinh tế - Hạ tầng và Đô thị', short: [] },
  { name: 'Tài chính - Kế hoạch', short: ['TC-KH', 'TCKH'] },
  { name: 'Phát thanh và Truyền hình', short: ['PTTH', 'PT-TH', 'PT&TH'] },
  { name: 'Phát thanh - Truyền hình', short: [] },
  { name: 'Phát thanh, Truyền hình', short: [] },
  { name: 'Báo và Phát thanh, truyền hình', short: [] },
  { name: 'Y tế', short: ['YT'] },
  { name: 'Tài chính', short: [] },
  { name: 'Tư pháp', short: [] },
  { name: 'Nội vụ', short: [] },
  { name: 'Công Thương', short: [] },
  { name: 'Xây dựng', short: [] },
  { name: 'Du lịch', short: [] },
  { name: 'Ngoại vụ', short: [] },
  { name: 'Công an', short: [] },
  { name: 'Quốc phòng', short: [] },
  { name: 'Ngoại giao', short: [] },
]

/** Names that hold a comma or "và" besides the fields above. */
export const compoundNames: readonly string[] = [
  'Hội đồng nhân dân và Ủy ban nhân dân',
  'HĐND và UBND',
  'HĐND, UBND',
  'Bảo vệ quyền trẻ em và Bảo trợ người khuyết tật',
  'bảo trợ người khuyết tật và trẻ mồ côi',
  'Bảo trợ người khuyết tật và Bảo vệ quyền trẻ em',
  'bảo trợ và công tác xã hội',
  'công tác xã hội và bảo trợ',
  'nước sạch và vệ sinh môi trường',
  'Dân số và Phát triển',
  'Bà mẹ và Trẻ em',
  'Phòng, chống',
  'phòng chống và',
  'Bảo trợ xã hội và Trẻ em',
  'Trẻ em và Bình đẳng giới',
  'Văn hóa, Văn nghệ',
  'Văn hóa và Truyền thông',
  'khuyết tật và trẻ em mồ côi',
  'Bảo hiểm xã hội và',
  'Tuyên giáo và Dân vận',
  'Báo và Phát thanh - Truyền hình',
  'Báo và Đài Phát thanh',
]

/** The first words that make a phrase the name of a body. */
export const agencyHeads =
  /^(?:các (?:xã|phường|bản|làng|ấp|buôn|huyện)|(?:(?:các|những|toàn thể)\s+)?(?:ủy ban|ubnd|ub|ubmttq\p{L}*|mttq\p{L}*|hđnd|hội đồng|sở|bộ(?! chỉ số| tài liệu| công cụ| tiêu chí| phận)|bộ phận|phòng(?!,? chống| ngừa)|ban(?! hành)|chi cục|cục|tổng cục|vụ|viện|khoa(?! học)|trung tâm|trạm|trường|đài|báo(?! cáo| đảm)|hội(?! nghị| thảo| thi| nhập)|liên minh|liên đoàn|đoàn|tỉnh đoàn|thành đoàn|huyện đoàn|thị đoàn|quận đoàn|xã đoàn|mặt trận|công an|tòa án|viện kiểm sát|bảo hiểm|quỹ|văn phòng|đảng ủy|thường trực|thành ủy|tỉnh ủy|huyện ủy|bệnh viện|thủ tướng|chính phủ|quốc hội|lãnh đạo|chủ tịch|giám đốc|thủ trưởng|hiệu trưởng|phó (?:hiệu trưởng|chủ tịch|giám đốc|trưởng)|nhân viên|giáo viên|tổ trưởng|ông|bà(?! mẹ| con)|đồng chí|đ\/c|cơ quan|đơn vị|địa phương|ngành|sở,|đoàn thể|tổ chức (?:chính trị|xã hội|đoàn thể|liên quan|có liên quan|quốc tế|phi chính phủ|khác)|công chức|cán bộ|kế toán|trưởng thôn|trưởng|tổ dân phố|tổ (?:công tác|chuyên môn|hành chính|văn phòng)|khu phố|thôn|khu dân cư|nhà trường|cộng tác viên|hiệp hội|câu lạc bộ|doanh nghiệp|bch|bí thư|người|nhóm|thanh tra|kho bạc|bưu điện|thống kê|xã,|phường,|quân sự|bộ đội|y tế|công đoàn|unicef|làng trẻ|cơ sở|chi hội|đội|tổng đài))(?!\p{L})/u
