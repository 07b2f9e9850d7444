import { words } from '#base/text.ts'

/**
 * Names by code of the 1979 list (General Statistics Office, Decision 121-TCTK/PPCD of 2/3/1979).
 * Held equal to db/reference/ethnic-groups by a test. The census uses other codes: never mix the two.
 */
export const ethnicGroups = [
  'Kinh|Tày|Thái|Hoa|Khơ-me|Mường|Nùng|Hmông|Dao|Gia-rai|Ngái|Ê-đê|Ba-na|Xơ-đăng|Sán Chay|Cơ-ho|Chăm|Sán Dìu',
  'Hrê|Mnông|Ra-glai|Xtiêng|Bru-Vân Kiều|Thổ|Giáy|Cơ-tu|Gié-Triêng|Mạ|Khơ-mú|Co|Ta-ôi|Chơ-ro|Kháng|Xinh-mun',
  'Hà Nhì|Chu-ru|Lào|La Chí|La Ha|Phù Lá|La Hủ|Lự|Lô Lô|Chứt|Mảng|Pà Thẻn|Cơ Lao|Cống|Bố Y|Si La|Pu Péo|Brâu',
  'Ơ Đu|Rơ-măm|Người nước ngoài',
]
  .join('|')
  .split('|')
  .map((name, index) => ({ code: String(index + 1).padStart(2, '0'), name }))

/** Other spellings and names in records, folded without spaces and hyphens. */
const otherSpellings: Readonly<Record<string, string>> = {
  viet: '01',
  khome: '05',
  khmer: '05',
  khomer: '05',
  mong: '08',
  meo: '08',
  jrai: '10',
  jarai: '10',
  giarai: '10',
  djarai: '10',
  ede: '12',
  rade: '12',
  bahnar: '13',
  banar: '13',
  xodang: '14',
  sedang: '14',
  xedang: '14',
  caolan: '15',
  sanchi: '15',
  kho: '16',
  koho: '16',
  munong: '20',
  raglai: '21',
  stieng: '22',
  vankieu: '23',
  bru: '23',
  katu: '26',
  gietrieng: '27',
  jetrieng: '27',
  trieng: '27',
  jeh: '27',
  cotu: '26',
  ma: '28',
  khomu: '29',
  kor: '30',
  cor: '30',
  taoi: '31',
  paco: '31',
  pacoh: '31',
  xinhmun: '34',
  colao: '47',
  odu: '53',
  romam: '54',
  nuocngoai: '55',
}

/** Spellings differ in marks, spaces and hyphens only (Ê-đê, Ê Đê, Êđê): compare without them. */
function key(name: string): string {
  return words(name).join('')
}

const codes = new Map([
  ...Object.entries(otherSpellings),
  ...ethnicGroups.map(({ code, name }) => [key(name), code] as const),
])
const names = new Map(ethnicGroups.map(({ code, name }) => [code, name]))

/** Code of the 1979 list for a written name ("dân tộc H'Mông", "xo dang"); undefined when unknown. */
export function ethnicCode(written: string): string | undefined {
  const bare = written.trim()
  if (/^\d{1,2}$/.test(bare)) return names.has(bare.padStart(2, '0')) ? bare.padStart(2, '0') : undefined
  return codes.get(key(bare)) ?? codes.get(key(bare.replace(/^\s*(dân tộc|dan toc|dt)\b[.:]?/iu, '')))
}

/** By the code of Decision 121-TCTK/PPCD of 1979; undefined for a code that is not in it. */
export function ethnicName(code: string): string | undefined {
  return names.get(code)
}

/** Ethnic minority: any group of Viet Nam but Kinh; a foreigner is none. Null when the group is not known. */
export function isMinority(code: string | null): boolean | null {
  return code === null ? null : code !== '01' && code !== '55'
}
