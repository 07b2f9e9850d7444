import { fold } from '#base/text.ts'

/**
 * Who does in a commune what a body of the province or of a ministry does there: agencies-and-levels, sections 2 and
 * 3 (Thông tư 20/2025/TT-BYT, Articles 3-6; Nghị định 147/2025/NĐ-CP). The first pattern that fits counts.
 */
const bodies: readonly { pattern: RegExp; name: string }[] = [
  { pattern: /^(?:so|phong) (?:lao dong|ldtbxh|ld)/, name: 'Phòng Văn hóa - Xã hội' },
  { pattern: /^(?:so|phong) (?:y te|yt)$|^(?:so|phong) y te |benh vien|trung tam y te/, name: 'Trạm Y tế' },
  { pattern: /^(?:so|phong) (?:giao duc|gd)/, name: 'Các trường mầm non, tiểu học' },
  { pattern: /^(?:so|phong) (?:ke hoach|khdt|kh&dt|tai chinh|nong nghiep|nn)/, name: 'Phòng Kinh tế' },
  {
    pattern: /^(?:so|phong) (?:van hoa|vh|thong tin|tttt|tt&tt|tu phap|noi vu|dan toc|khoa hoc)/,
    name: 'Phòng Văn hóa - Xã hội',
  },
  { pattern: /^(?:dai|bao)(?: |$)/, name: 'Trung tâm Phục vụ hành chính công' },
  { pattern: /lien hiep phu nu|lhpn/, name: 'Hội Liên hiệp Phụ nữ xã' },
  { pattern: /hoi nong dan/, name: 'Hội Nông dân xã' },
  { pattern: /tinh doan|thanh doan|huyen doan|doan thanh nien/, name: 'Đoàn Thanh niên xã' },
  { pattern: /mttq|mat tran/, name: 'Ủy ban Mặt trận Tổ quốc Việt Nam xã' },
  { pattern: /^cong an/, name: 'Công an xã' },
  {
    pattern: /(?:ubnd|uy ban nhan dan) (?:cac|cap)|^(?:thanh pho|xa|phuong|dac khu|thi tran)$/,
    name: 'Các thôn, tổ dân phố',
  },
]

/** Bodies of the plan above as a commune names them, each once; what has no counterpart keeps its name. */
export function bodiesAtCommune(names: readonly string[]): string[] {
  const own = names.map((name) => bodies.find(({ pattern }) => pattern.test(fold(name)))?.name ?? name)
  return [...new Set(own)]
}

/** Those who take part, without those who lead. */
export function othersAtCommune(names: readonly string[], lead: readonly string[]): string[] {
  return bodiesAtCommune(names).filter((name) => !lead.includes(name))
}
