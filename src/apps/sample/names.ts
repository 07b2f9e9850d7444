import type { Chance } from './random.ts'

export type Sex = 'male' | 'female'

type Names = readonly [string, ...string[]]

/** Family-name weights as remembered shares of the population (calibration.md section 6). */
const kinhFamilies = [
  ['Nguyễn', 38],
  ['Trần', 11],
  ['Lê', 9.5],
  ['Phạm', 7],
  ['Hoàng', 3],
  ['Huỳnh', 2],
  ['Phan', 4.5],
  ['Vũ', 2],
  ['Võ', 2],
  ['Đặng', 2],
  ['Bùi', 2],
  ['Đỗ', 1.4],
  ['Hồ', 1.3],
  ['Ngô', 1.3],
  ['Dương', 1],
  ['Lý', 0.5],
] as const

const middle: Record<Sex, Names> = {
  male: ['Văn', 'Minh', 'Gia', 'Đức', 'Quốc', 'Hoàng', 'Tuấn', 'Anh', 'Bảo', 'Thanh', 'Hữu', 'Công'],
  female: ['Thị', 'Ngọc', 'Bảo', 'Khánh', 'Thanh', 'Phương', 'Mai', 'Hồng', 'Thùy', 'Minh', 'Kim', 'Diệu'],
}
const given: Record<Sex, Names> = {
  male: [
    'An',
    'Bình',
    'Cường',
    'Dũng',
    'Đạt',
    'Hải',
    'Hùng',
    'Huy',
    'Khang',
    'Khôi',
    'Kiên',
    'Long',
    'Nam',
    'Nghĩa',
    'Phong',
    'Phúc',
    'Quân',
    'Sơn',
    'Thành',
    'Thiện',
    'Tiến',
    'Trí',
    'Tùng',
    'Việt',
    'Vinh',
  ],
  female: [
    'Anh',
    'Chi',
    'Dung',
    'Giang',
    'Hà',
    'Hân',
    'Hạnh',
    'Hiền',
    'Hoa',
    'Hương',
    'Lan',
    'Linh',
    'Ly',
    'Mai',
    'My',
    'Nga',
    'Ngân',
    'Nhi',
    'Oanh',
    'Quỳnh',
    'Thảo',
    'Trang',
    'Trâm',
    'Uyên',
    'Vy',
    'Yến',
  ],
}
const highland: Record<Sex, Names> = {
  male: [
    'Thiên',
    'Blong',
    'Bran',
    'Dêng',
    'Hlun',
    'Khôi',
    'Lâm',
    'Măng',
    'Nghĩa',
    'Ngọc',
    'Phiên',
    'Phong',
    'Quang',
    'Sơn',
    'Tâm',
    'Thái',
    'Thuyên',
    'Trung',
    'Tuấn',
    'Vũ',
    'Xiêng',
    'Yang',
    'Điêu',
    'Đuih',
    'Hùng',
  ],
  female: [
    'Blơi',
    'Byen',
    'Diệu',
    'Đêng',
    'Hạnh',
    'Hlan',
    'Hoa',
    'Hồng',
    'Huệ',
    'Lan',
    'Lâm',
    'Liên',
    'Ly',
    'Mai',
    'Mơ',
    'Nga',
    'Ngân',
    'Nhung',
    'Plăt',
    'Sao',
    'Thảo',
    'Thủy',
    'Vân',
    'Xuân',
    'Yên',
  ],
}
const giaRaiFamilies: Names = ['Rơ Châm', 'Siu', 'Ksor', 'Rơ Mah', 'Kpă', 'Puih']
const northernFamilies: Readonly<Record<string, Names>> = {
  '02': ['Nông', 'Hoàng', 'Lương', 'Hứa', 'Bế'],
  '03': ['Lò', 'Cà', 'Quàng', 'Lường', 'Vì'],
  '06': ['Bùi', 'Quách', 'Đinh', 'Hà'],
  '07': ['Nông', 'Hoàng', 'Vi', 'Lăng', 'Triệu'],
}

/** Groups whose people are called `A ...` (men) and `Y ...` (women): Ba-na, Xơ-đăng, Gié-Triêng. */
const calledAorY = new Set(['13', '14', '27'])
const giaRai = '10'

/** A family name that brothers and sisters share; empty where people carry none. */
export function familyName(chance: Chance, ethnicCode: string): string {
  if (calledAorY.has(ethnicCode)) return ''
  if (ethnicCode === giaRai) return chance.pick(giaRaiFamilies)
  const northern = northernFamilies[ethnicCode]
  return northern ? chance.pick(northern) : chance.weighted(kinhFamilies)
}

/** Invented: the parts are common, the person is not real. */
export function personName(chance: Chance, ethnicCode: string, sex: Sex, family: string): string {
  if (calledAorY.has(ethnicCode)) return `${sex === 'male' ? 'A' : 'Y'} ${chance.pick(highland[sex])}`
  if (ethnicCode === giaRai) {
    return sex === 'male'
      ? `${family} ${chance.pick(highland.male)}`
      : `${family} H' ${chance.pick(highland.female)}`
  }
  return `${family} ${chance.pick(middle[sex])} ${chance.pick(given[sex])}`
}
