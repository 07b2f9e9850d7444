import { matchingKey } from './reading/matching-key.ts'

type Rule = { code: string; all: readonly RegExp[]; none?: readonly RegExp[] }

const child8 = /trẻ(?: em)?\s*(?:đến|dưới|từ 0 đến|0\s*-)\s*0?8 tuổi|những năm đầu đời/u
const percentOnly = new Set(['%'])

/** The whole service package by need and age, not one domain of it. */
const comprehensive =
  /phát triển toàn diện|pttdte|đầy đủ các dịch vụ|đủ (?:các )?(?:dịch vụ|sáu lĩnh vực|06 lĩnh vực|6 lĩnh vực)|sáu lĩnh vực/u
const reached = /tiếp cận|được (?:cung cấp|hưởng|chăm sóc|nhận|theo dõi)/u

/**
 * Measures that name an indicator's population and deed (QĐ 1437/QĐ-TTg 2018, QĐ 23/QĐ-TTg 2021, sheets of the
 * Ministry of Health). The first that fits counts; a person confirms it.
 */
const rules: readonly Rule[] = [
  {
    code: 'ecd1437:staff-trained',
    all: [
      /cán bộ|nhân viên|giáo viên|cộng tác viên|công chức/u,
      /kiến thức|kỹ năng|tập huấn|bồi dưỡng|đào tạo|nâng cao năng lực/u,
    ],
  },
  {
    code: 'ecd1437:carers-informed',
    all: [
      /cha mẹ|cha, mẹ|người chăm sóc|phụ huynh|bà mẹ/u,
      /kiến thức|kỹ năng|tư vấn|hướng dẫn|truyền thông/u,
    ],
  },
  { code: 'ecd1437:network-district', all: [/mạng lưới/u, /kết nối|chuyển tuyến/u, /huyện/u] },
  { code: 'ecd1437:network-commune', all: [/mạng lưới/u, /kết nối|chuyển tuyến/u, /xã|phường/u] },
  { code: 'ecd1437:reach-all', all: [child8, reached, comprehensive] },
  { code: 'ecd1437:ready-6', all: [/trẻ(?: em)? 0?6 tuổi/u, /phát triển toàn diện|học tập|sẵn sàng/u] },
  { code: 'qd23:1', all: [/xã|phường/u, /phù hợp với trẻ em/u] },
  {
    code: 'nutrition:stunting-1000d',
    all: [/thấp còi/u, /0?5 tuổi|suy dinh dưỡng/u],
    none: [/^thể thấp còi$/u],
  },
  { code: 'nutrition:underweight-1000d', all: [/nhẹ cân/u, /suy dinh dưỡng|0?5 tuổi/u] },
  { code: 'nutrition:measured-6m', all: [/cân đo|theo dõi tăng trưởng|cân, đo/u, /0?5 tuổi/u] },
  { code: 'nutrition:vitamin-a', all: [/vitamin a/u] },
  { code: 'immunization:hepb-24h', all: [/viêm gan b/u, /24 giờ/u] },
  { code: 'immunization:fic-1', all: [/tiêm chủng|tiêm đủ/u, /0?1 tuổi|12 tháng/u] },
  { code: 'injury:death-rate', all: [/tử vong/u, /tai nạn,? thương tích/u] },
  { code: 'injury:drowning', all: [/tử vong|số trẻ/u, /đuối nước/u] },
  {
    code: 'injury:rate',
    all: [/tỷ suất|tỷ lệ|số trẻ/u, /tai nạn,? thương tích/u],
    none: [/tử vong|giao thông/u],
  },
  { code: 'injury:swim', all: [/biết bơi/u] },
  { code: 'welfare:hic-u6', all: [/bảo hiểm y tế/u, /0?6 tuổi/u] },
  { code: 'registration:birth-60d', all: [/khai sinh/u, /đúng hạn|60 ngày/u] },
  { code: 'registration:birth-u5', all: [/khai sinh/u, /0?5 tuổi/u] },
  { code: 'qd23:8b', all: [/hoàn cảnh đặc biệt/u, /trợ giúp|chăm sóc|hỗ trợ/u] },
  { code: 'qd23:8a', all: [/hoàn cảnh đặc biệt/u, /tỷ lệ|trên tổng số/u] },
  { code: 'qd23:16', all: [/0?5 tuổi/u, /mẫu giáo|mầm non/u, /học|huy động|ra lớp|đến trường/u] },
  { code: 'education:kindergarten-3-5', all: [/mẫu giáo/u, /huy động|ra lớp|đến trường|đi học/u] },
  { code: 'tt13-annex1:04xx-nursery', all: [/nhà trẻ/u, /huy động|ra lớp|đi học/u] },
  { code: 'qd23:21', all: [/xã|phường/u, /điểm vui chơi/u] },
  { code: 'qd23:10', all: [/lao động trẻ em/u] },
  { code: 'qd23:9', all: [/tỷ lệ/u, /xâm hại/u] },
  { code: 'ecd1437:reach-health', all: [child8, reached, /sức khỏe|y tế/u], none: [/giáo dục/u] },
  { code: 'ecd1437:reach-nutrition', all: [child8, reached, /dinh dưỡng/u], none: [/giáo dục|sức khỏe/u] },
  { code: 'ecd1437:reach-education', all: [child8, reached, /giáo dục/u], none: [/sức khỏe|dinh dưỡng/u] },
  { code: 'ecd1437:reach-care', all: [child8, reached, /nuôi dưỡng/u], none: [/sức khỏe|giáo dục/u] },
  { code: 'ecd1437:reach-protection', all: [child8, reached, /bảo vệ/u], none: [/sức khỏe|giáo dục/u] },
  {
    code: 'ecd1437:reach-welfare',
    all: [child8, reached, /phúc lợi|trợ giúp xã hội/u],
    none: [/sức khỏe|giáo dục/u],
  },
  { code: 'ecd1437:reach-all', all: [child8, reached, /dịch vụ/u] },
]

/** Counts of communes, rates per 100,000 and shares are different indicators: the unit must fit too. */
function fitsUnit(code: string, unit: string | null): boolean {
  if (code === 'injury:rate' || code === 'injury:death-rate') return unit?.startsWith('/') === true
  return unit !== null && percentOnly.has(unit)
}

/** The indicator a target most likely means, or undefined: then a person chooses, or tracks it by hand. */
export function proposeIndicator({
  measure,
  unit,
}: {
  measure: string
  unit: string | null
}): string | undefined {
  const key = matchingKey(measure)
  return rules.find(
    ({ code, all, none = [] }) =>
      fitsUnit(code, unit) && all.every((word) => word.test(key)) && !none.some((word) => word.test(key)),
  )?.code
}
