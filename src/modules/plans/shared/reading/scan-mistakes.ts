import { fold } from '#base/text.ts'
import { isUpperText } from './matching-key.ts'

/**
 * Letters that a scan took for others, where the form of the document leaves no doubt what was printed (Nghị định
 * 30/2020/NĐ-CP, Annex I): "Sô: l4/KH-UBND", "ngày l8 tháng O1 năm 2O23", "ÙY BAN NHÂN DÂN", "KÉ HOẠCH", "lI. NỘI
 * DUNG". A text typed without any marks is left alone; unmarked.ts reads it.
 */
export function withoutScanMistakes(text: string): string {
  return text
    .replace(behindWord, asDigits)
    .replace(scannedDay, asDigits)
    .replace(scannedShare, asDigits)
    .replace(/[UÙÚŨỤ](?=Y BAN NHÂN DÂN|y ban nhân dân)/gu, 'Ủ')
    .split('\n')
    .map(mendedLine)
    .join('\n')
}

const behindWord =
  /(?<=(?<!\p{L})(?:(?:[Nn]gày|[Tt]háng|[Nn]ăm|[Ss]ố)\s{1,3}|S[ôốồổỗộ]\s{0,2}[:.]\s{0,3}))(?=\d*[lIOo])(?=[lIOo]*\d|[lO]{2}(?![\p{L}\d]))[\dlIOo]{1,5}(?![\p{L}\d])/gu
const scannedDay = /(?<![\p{L}\d/])(?=[\d/]*[lO])[\dlO]{1,2}\/[\dlO]{1,2}\/[\dlO]{4}(?![\p{L}\d/])/gu
const scannedShare = /(?<![\p{L}\d.,])(?=\d*[lO])(?=[lO]*\d)[\dlO]{2,3}(?=\s?%)/gu

function asDigits(scanned: string): string {
  return scanned.replace(/[lI]/g, '1').replace(/[Oo]/g, '0')
}

/** Words of the form, each with what may stand behind it on its line. */
const forms: readonly (readonly [printed: string, rest: RegExp])[] = [
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', /^$/],
  ['Độc lập - Tự do - Hạnh phúc', /^$/],
  ['Nơi nhận', /^ ?:/],
  ['Kính gửi', /^ ?:/],
  ['Căn cứ', /^ [LNQTCK]/],
  ['Số', /^ ?: ?[\d.… ]{0,20}\/ ?\p{Lu}/u],
  ...['KẾ HOẠCH', 'QUYẾT ĐỊNH', 'BÁO CÁO', 'CHƯƠNG TRÌNH', 'ĐỀ ÁN', 'TỜ TRÌNH', 'THÔNG BÁO', 'CHỈ THỊ'].map(
    (type): [string, RegExp] => [type, /^$/],
  ),
]
const foldedForms = forms.map(([printed, rest]) => ({ printed, rest, key: fold(printed) }))

function mendedLine(line: string): string {
  const roman = /^[lIVX]{1,4}(?=[.)]\s)/.exec(line)?.[0] ?? ''
  if (roman.includes('l') && isUpperText(line.slice(roman.length)))
    return roman.replaceAll('l', 'I') + line.slice(roman.length)
  const form = foldedForms.find((one) => isScanOf(line, one))
  return form ? form.printed + line.slice(form.printed.length) : line
}

function isScanOf(
  line: string,
  { printed, rest, key }: { printed: string; rest: RegExp; key: string },
): boolean {
  // Most lines go on behind the word: that is seen before anything is folded.
  if (line.length < printed.length || !rest.test(line.slice(printed.length))) return false
  const head = line.slice(0, printed.length)
  if (head === printed || !/[^\p{ASCII}]/u.test(head) || isUpperText(head) !== isUpperText(printed))
    return false
  return fold(head.replace(/(?<=\p{L})[l1]/gu, 'i')) === key
}
