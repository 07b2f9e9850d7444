import { z } from 'zod'
import { tidy, words } from '#base/text.ts'

export const RosterField = z.enum([
  'fullName',
  'familyName',
  'givenName',
  'bornOn',
  'bornDay',
  'bornMonth',
  'bornYear',
  'sex',
  'male',
  'female',
  'ethnic',
  'village',
  'address',
  'household',
  'mother',
  'father',
  'carer',
  'phone',
  'motherPhone',
  'fatherPhone',
  'personalId',
  'poverty',
  'poor',
  'nearPoor',
  'disabled',
  'special',
  'education',
  'rowNumber',
  'note',
])
export type RosterField = z.infer<typeof RosterField>

type Pattern = readonly [RosterField, RegExp]

const personOnly = '(ho |va |ten |tre |de |cua |em |chau |ruot |nguoi |than |sinh |chu |dem )*'

/**
 * Tried in this order on the folded words of a heading; the first that fits wins. What is said of a parent
 * (birth year, work, number) comes first, so that it is never taken for the child's.
 */
const patterns: readonly Pattern[] = [
  ['motherPhone', /\b(sdt|dien thoai|so dt|di dong)\b.*\bme\b|\bme\b.*\b(sdt|dien thoai|so dt|di dong)\b/],
  [
    'fatherPhone',
    /\b(sdt|dien thoai|so dt|di dong)\b.*\b(cha|bo)\b|\b(cha|bo)\b.*\b(sdt|dien thoai|so dt|di dong)\b/,
  ],
  ['phone', /\b(sdt|dien thoai|so dt|dt lien he|di dong|dtdd|phone)\b/],
  [
    'carer',
    /\b(nguoi cham soc|nguoi giam ho|giam ho|nguoi nuoi duong|phu huynh|cha me|bo me|me cha|chu ho)\b/,
  ],
  ['mother', new RegExp(`^${personOnly}me ${personOnly}$`)],
  ['father', new RegExp(`^${personOnly}(cha|bo) ${personOnly}$`)],
  ['personalId', /^(?!.*\b(me|cha|bo)\b).*\b(dinh danh|ddcn|sddcn|mddcn|cccd|can cuoc)\b/],
  ['bornDay', /^(ngay|ngay sinh ngay|ngay thang nam sinh ngay|sinh ngay ngay) $/],
  ['bornMonth', /^(thang|thang sinh|(ngay sinh|ngay thang nam sinh) thang) $/],
  [
    'male',
    /^(gioi tinh |gioi |phai |ngay sinh |nam sinh |ngay thang nam sinh |ngay thang nam sinh cua tre )(nam|trai) $|^trai $/,
  ],
  [
    'female',
    /^(gioi tinh |gioi |phai |ngay sinh |nam sinh |ngay thang nam sinh |ngay thang nam sinh cua tre )?(nu|gai) $/,
  ],
  [
    'bornOn',
    /^(?!.*\b(me|cha|bo|noi)\b).*(\bngay.*\bsinh\b|\bsinh ngay\b|\bnam sinh\b|^sinh |\bns $|\bntns\b)/,
  ],
  ['sex', /^(gioi tinh|gioi|phai|nam nu|gt|nu nam|trai gai)( nam nu| nu nam| tre| cua tre| trai gai)* $/],
  [
    'familyName',
    /^(ho|ho dem|ho lot|ho va dem|ho va ten dem|ho va chu dem|ho chu dem|ho va ten lot|ho va lot|ho ten dem)( cua)?( tre)? $/,
  ],
  ['givenName', /^(ten|ten rieng|ten goi)$|^(ho va ten |ho ten )?ten $/],
  [
    'fullName',
    /^(stt )?(ho (va )?)(chu dem )?(ten)( khai sinh)?( cua)?( tre em| tre| hoc sinh| be| chau| con| doi tuong| nguoi duoc cham soc)*( duoi \d+ tuoi)? $|^ten (tre|be|chau|hoc sinh)( em)? $/,
  ],
  ['ethnic', /\bdan toc\b|^dt $/],
  [
    'household',
    /^(ho so|so ho|ma ho|ma so ho|stt ho|ho gia dinh so|so thu tu ho|ma ho gia dinh|ho gia dinh)( dan| gia dinh)? $/,
  ],
  [
    'nearPoor',
    /^(thuoc )?(ho )?can ngheo $|^(dien ho|loai ho|hoan canh|gia dinh|thuoc dien|ho gia dinh)( thuoc)? (ho )?can ngheo $/,
  ],
  [
    'poverty',
    /\bngheo can ngheo\b|\bngheo hoac can ngheo\b|^(dien|loai) ho $|\bdien chinh sach\b|\bhoan canh kinh te\b|\btinh trang kinh te\b|^thuoc dien $|^phan loai ho $|\bmuc song\b|\btinh trang ho\b|^dien ho /,
  ],
  [
    'poor',
    /^(thuoc )?(ho )?ngheo $|^(dien ho|loai ho|hoan canh|gia dinh|thuoc dien|ho gia dinh)( thuoc)? (ho )?ngheo $/,
  ],
  ['disabled', /\bkhuyet tat\b/],
  ['special', /\bhoan canh (dac biet|db)\b|\bhcdb\b/],
  [
    'education',
    /^(dang hoc|dang di hoc|tinh trang (di )?hoc|di hoc|lop|truong|truong lop|lop hoc|bac hoc|cap hoc|hoc tai|noi hoc|hoc lop)\b/,
  ],
  [
    'village',
    /^(ten )?(thon|lang|to|ban|buon|bon|ap|khom|khu pho|khoi pho|khoi|khu|to dan pho|khu dan cu|dia ban|plei)\b/,
  ],
  ['address', /\b(dia chi|noi o|cho o|noi cu tru|thuong tru|ho khau|noi thuong tru|tam tru)\b/],
  ['rowNumber', /^(stt|tt|so tt|so thu tu|no) $/],
  ['note', /\b(ghi chu|chu thich|luu y)\b/],
]

/** Which column a heading names; undefined for a column that the register does not take. */
export function fieldOfHeading(heading: string): RosterField | undefined {
  const folded = `${words(heading).join(' ')} `
  if (folded === ' ') return undefined
  const bare = tidy(heading).toLowerCase()
  // "Năm" (year) and "Nam" (male) are equal without marks: with marks the letter decides.
  if (/(^|\s)năm$/.test(bare))
    return folded === 'nam ' || /^ngay (thang nam )?sinh nam $/.test(folded) ? 'bornYear' : 'bornOn'
  if (folded === 'nam ') return 'male'
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0]
}
