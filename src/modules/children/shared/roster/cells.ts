import { ageOn, type Day } from '#base/day.ts'
import { fold, words } from '#base/text.ts'
import type { Education, Poverty, Sex } from '../contract.ts'

const yesWords = new Set([
  'x',
  'co',
  'v',
  '1',
  'true',
  'dung',
  'yes',
  'y',
  'xx',
  'k t',
  'kt',
  '✓',
  '✔',
  '√',
  '☑',
  '+',
])
const noWords = new Set([
  '',
  'khong',
  '0',
  'false',
  'ko',
  'k',
  'no',
  'n',
  '-',
  '--',
  'o',
  'khong co',
  'sai',
  '/',
])

/** A ticked cell. Other words than yes and no (a kind of disability, say) count as ticked. */
export function isTicked(text: string): boolean {
  const folded = fold(text)
  if (yesWords.has(folded)) return true
  return !noWords.has(folded) && !folded.startsWith('khong ') && folded !== 'binh thuong'
}

const sexWords: Readonly<Record<string, Sex>> = {
  nam: 'male',
  trai: 'male',
  'be trai': 'male',
  'con trai': 'male',
  male: 'male',
  m: 'male',
  '1': 'male',
  nu: 'female',
  gai: 'female',
  'be gai': 'female',
  'con gai': 'female',
  female: 'female',
  f: 'female',
  '0': 'female',
  '2': 'female',
}

/** nam, nữ, trai, gái, 1 (nam), 0 or 2 (nữ); undefined for anything else. */
export function sexOfWord(text: string): Sex | undefined {
  return sexWords[words(text).join(' ')]
}

/** Status of the household in words ("Hộ cận nghèo", "HN", "không"); undefined when not understood. */
export function povertyOfWord(text: string): Poverty | undefined {
  const folded = words(text).join(' ')
  if (/\b(khong|ko|binh thuong|trung binh|kha|giau|da thoat ngheo|thoat ngheo|con lai)\b/.test(folded))
    return 'none'
  if (/\bcan ngheo\b|^(cn|hcn)$/.test(folded)) return 'near-poor'
  if (/\bngheo\b|^(n|hn)$/.test(folded)) return 'poor'
  if (/^(0|khac)$/.test(folded)) return 'none'
  return undefined
}

/** Where the child learns, in words of rosters; a bare "có" or "mầm non" is settled by the age. */
export function educationOfWord(text: string, bornOn: Day, today: Day): Education | undefined {
  const folded = words(text).join(' ')
  if (/\b(chua|khong|ko|o nha|nghi hoc|bo hoc)\b|^0$/.test(folded)) return 'none'
  if (/\b(nha tre|nhom tre|nt)\b/.test(folded)) return 'nursery'
  if (
    /\b(mau giao|mg|mgl|mgn|mgb|lop (la|choi|mam)|la|choi|mam)\b/.test(folded.replace(/\bmam non\b/g, 'mn'))
  ) {
    return 'kindergarten'
  }
  if (/\btieu hoc\b|\bth\b|^(lop |hoc lop )?[1-5] ?[a-z]?\d{0,2}$|\blop [1-5]\b/.test(folded))
    return byAgeIfBare(folded, bornOn, today)
  if (/^(co|x|v|dang hoc|dang di hoc|di hoc)$|\b(mam non|mn)\b/.test(folded))
    return educationByAge(bornOn, today)
  return undefined
}

/** "1" in a column of ticks means yes, not the first grade, for a child too young for school. */
function byAgeIfBare(folded: string, bornOn: Day, today: Day): Education {
  return folded === '1' && ageOn(bornOn, today).years < 5 ? educationByAge(bornOn, today) : 'primary'
}

/** Nursery to 36 months, kindergarten to 6 years, then primary school (Luật Giáo dục 2019, Articles 23 and 28). */
function educationByAge(bornOn: Day, today: Day): Education {
  const { months, years } = ageOn(bornOn, today)
  if (months < 36) return 'nursery'
  return years < 6 ? 'kindergarten' : 'primary'
}

/**
 * Mobile numbers of 11 digits became 10 digits in 2018 (plan of the Ministry of Information and Communications,
 * QĐ 2036/QĐ-BTTTT of 21/11/2017 as amended): 0162 became 032, and so on.
 */
const newPrefixes: Readonly<Record<string, string>> = {
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}

/** The first phone number in a text, as dialled in the country ("84 912-345-678" is 0912345678). */
export function phoneOf(text: string): string | undefined {
  return text
    .split(/[,;/|]| và | hoặc |\n/u)
    .map(normalPhone)
    .find((phone) => phone !== undefined)
}

function normalPhone(text: string): string | undefined {
  const digits = text.replace(/[\s.()-]/g, '').replace(/^(\+84|0084|84(?=\d{9}$))0?/, '0')
  const national = /^[2-9]\d{8}$/.test(digits) || /^1(2|6|8|9)\d{8}$/.test(digits) ? `0${digits}` : digits
  const prefix = newPrefixes[national.slice(0, 4)]
  const current = prefix && national.length === 11 ? prefix + national.slice(4) : national
  return /^0[35789]\d{8}$/.test(current) || /^02\d{9}$/.test(current) ? current : undefined
}

const villageKinds =
  /^(thon|lang|to dan pho|tdp|to|ban|buon|bon|ap|khom|khu pho|khoi pho|khoi|khu|plei|plây|play)\b ?(so )?/

/** A line inside a roster that only says the village of the children below it. */
export function isVillageLine(text: string): boolean {
  return (
    villageKinds.test(
      words(text)
        .join(' ')
        .replace(/^([ivx]+|\d+) /, ''),
    ) && text.length <= 60
  )
}
