import { fold } from '#base/text.ts'
import type { AreaKind } from './places-of-names.ts'

/** Centrally run cities. Huế is one since 1/1/2025 (Nghị quyết 175/2024/QH15), before it Thừa Thiên Huế a province. */
const cities = ['Hà Nội', 'Hồ Chí Minh', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Huế']

/** Provinces of the list in force until 30/6/2025; the 34 of Nghị quyết 202/2025/QH15 took their names from it. */
const provinces = [
  ...[
    'An Giang',
    'Bà Rịa - Vũng Tàu',
    'Bắc Giang',
    'Bắc Kạn',
    'Bạc Liêu',
    'Bắc Ninh',
    'Bến Tre',
    'Bình Định',
  ],
  ...['Bình Dương', 'Bình Phước', 'Bình Thuận', 'Cà Mau', 'Cao Bằng', 'Đắk Lắk', 'Đắk Nông', 'Điện Biên'],
  ...[
    'Đồng Nai',
    'Đồng Tháp',
    'Gia Lai',
    'Hà Giang',
    'Hà Nam',
    'Hà Tĩnh',
    'Hải Dương',
    'Hậu Giang',
    'Hòa Bình',
  ],
  ...[
    'Hưng Yên',
    'Khánh Hòa',
    'Kiên Giang',
    'Kon Tum',
    'Lai Châu',
    'Lâm Đồng',
    'Lạng Sơn',
    'Lào Cai',
    'Long An',
  ],
  ...['Nam Định', 'Nghệ An', 'Ninh Bình', 'Ninh Thuận', 'Phú Thọ', 'Phú Yên', 'Quảng Bình', 'Quảng Nam'],
  ...['Quảng Ngãi', 'Quảng Ninh', 'Quảng Trị', 'Sóc Trăng', 'Sơn La', 'Tây Ninh', 'Thái Bình', 'Thái Nguyên'],
  ...[
    'Thanh Hóa',
    'Thừa Thiên Huế',
    'Tiền Giang',
    'Trà Vinh',
    'Tuyên Quang',
    'Vĩnh Long',
    'Vĩnh Phúc',
    'Yên Bái',
  ],
]

/** Names of province level, with their marks. */
export const provinceNames: readonly string[] = [...provinces, ...cities]

const kindByName = new Map<string, AreaKind>([
  ...provinces.map((name): [string, AreaKind] => [loose(name), 'tỉnh']),
  ...cities.map((name): [string, AreaKind] => [loose(name), 'thành phố']),
])

/** What a province-level name stands for, however its hyphens and marks are written; undefined for other places. */
export function kindOfProvince(name: string): AreaKind | undefined {
  return kindByName.get(loose(name))
}

/** Where the name of a province-level unit ends a phrase, with what it stands for; `kind` is undefined without one. */
export function provinceAtEnd(phrase: string): { at: number; kind: AreaKind | undefined } {
  for (const { index } of phrase.matchAll(/(?<= )\S/gu)) {
    const kind = kindOfProvince(phrase.slice(index))
    if (kind) return { at: index, kind }
  }
  return { at: -1, kind: undefined }
}

function loose(name: string): string {
  return fold(name).replace(/[\s-]+/g, ' ')
}
