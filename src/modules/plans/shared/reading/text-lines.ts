import { isUpperText, matchingKey, startsLower } from './matching-key.ts'
import { findMark } from './outline-marks.ts'
import { joinCellLines } from './cell-lines.ts'
import { withoutPageBreaks } from './page-breaks.ts'
import { splitGluedLine } from './glued-lines.ts'
import { unglued } from './unglued.ts'

/** One paragraph, heading, list item or table row to a line, whatever copying did to the line breaks. */
export function layOutLines(clean: string): string[] {
  const opened = withoutPageBreaks(joinCellLines(clean.split('\n'))).flatMap(openLayoutRow)
  const physical = joinHeadingWords(opened).flatMap(splitHeadingGlue)
  const joined = joinBrokenLines(physical, wrapWidth(physical))
  return splitAll(joined.filter((line) => line !== ''))
}

function tabCells(line: string): string[] {
  return line
    .split('\t')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
}

export function isTableRow(line: string): boolean {
  const bars = line.split('|').length - 1
  return bars >= 2 || tabCells(line).length >= 3
}

const layoutWords =
  /nơi nhận|cộng h[oòoa][àa]? xã hội|cộng hòa xã hội|độc lập\s*-|(?:^|\|)[\s*_-]*(?:tm|kt|tl|tuq|q)\.\s*\p{L}|ủy ban nhân dân\s*\||số\s*:[^|]{0,40}\|.*ngày|\|[^|]{2,40},\s*ngày[^|]{4,30}năm\s*\d{4}[\s|]*$/u

/** Tables that only place the heading or the signature side by side are taken apart. */
function openLayoutRow(line: string): string[] {
  if (!line.includes('|') && !line.includes('\t'))
    return line.split(/<br\s*\/?>/i).map((piece) => piece.trim())
  if (!line.includes('|') && tabCells(line).length < 3) return tabCells(line)
  const key = matchingKey(line.replace(/\s+/g, ' '))
  const bars = line.split('|').length - 1
  const isLayout =
    layoutWords.test(key) || (bars === 1 && !/\|.*\S/.test(line)) || /^\s*\|?[^|\t]*\|?\s*$/.test(line)
  if (!isLayout) return [line.replace(/<br\s*\/?>/gi, ' ').trim()]
  return line
    .split(/\||\t|<br\s*\/?>/i)
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
    .filter((cell) => cell !== '')
}

/** Pieces of the heading block, the recipients and the signature that were copied into one line. */
function splitHeadingGlue(line: string): string[] {
  if (line.length < 14 || isTableRow(line)) return [line]
  return unglued(line)
    .replace(/\s+(?=(?:CỘNG H[ÒO][AÀ] XÃ HỘI|Độc lập\s*-\s*Tự do|ĐỘC LẬP\s*-\s*TỰ DO))/gu, '\n')
    .replace(/(Hạnh phúc|HẠNH PHÚC)\s+(?=\S)/gu, '$1\n')
    .replace(/(VIỆT NAM)\s+(?=[\p{Lu}Đ])/gu, '$1\n')
    .replace(/\s+(?=Số\s*:[^\n/]{0,25}\/\s*\p{Lu})/gu, '\n')
    .replace(/(\/(?:[\p{Lu}\d]+(?:\s?-\s?[\p{Lu}\d&]+)+))\s+(?=\p{Lu}\p{L}*[^\n]{0,40},\s*ngày)/gu, '$1\n')
    .replace(/((?:ngày[ .…\d]*tháng[ .…\d]*năm\s*\d{4}))\s+(?=[\p{Lu}]{2})/gu, '$1\n')
    .replace(/(\/[\p{Lu}\d&]+(?:-[\p{Lu}\d&]+)*)\s+(?=V\/v(?!\p{L}))/gu, '$1\n')
    .replace(/\s+(?=(?:Nơi nhận|NƠI NHẬN)\s*:)/gu, '\n')
    .replace(/(?<=[.;\p{L}\d)])\s+(?=(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu}{2})/gu, '\n')
    .replace(/(?<=[;.])\s+(?=(?:Căn cứ|Theo đề nghị|Xét đề nghị|Kính gửi)\s)/gu, '\n')
    .replace(
      /(?<!:)\s+(?=Căn cứ (?!\p{L}+ \p{L}+ này)(?:Luật|Bộ luật|Hiến pháp|Quyết định|Nghị|Thông tư|Kế hoạch|Chỉ thị|Công văn|Chương trình)\s)/gu,
      '\n',
    )
    .replace(
      /(?<=[\p{Lu}\d])\s+(?=Thực hiện (?:Luật|Quyết định|Nghị|Thông tư|Kế hoạch|Chỉ thị|Công văn|Chương trình)[^.;\n]{0,30}số)/gu,
      '\n',
    )
    .replace(attachedBehindName, '$1\n')
    .replace(/(?<=CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|TRƯỞNG BAN)\s+(?=\p{Lu}\p{Ll}+\s)/gu, '\n')
    .replace(
      /^((?:TM|KT|TL|TUQ|Q)\.[\p{Lu} .,&-]{4,90}?) (?=(?:\p{Lu}\p{Ll}+ ){1,5}\p{Lu}\p{Ll}+$)/mu,
      '$1\n',
    )
    .replace(/(?<=[.;])\s+(?=Trên đây là\s)/gu, '\n')
    .replace(/(?<=[.;,])\s+(?=QUYẾT ĐỊNH\s*:)/gu, '\n')
    .replace(/(QUYẾT ĐỊNH\s*:)\s+(?=Điều)/gu, '$1\n')
    .split('\n')
}

/** "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Trần Thị Lan KẾ HOẠCH ...": what is attached begins behind the signer's name. */
const attachedBehindName =
  /((?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|TRƯỞNG PHÒNG|TRƯỞNG BAN)\s+(?:\p{Lu}\p{Ll}+\s){1,5}\p{Lu}\p{Ll}+)\s+(?=(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|DỰ ÁN|PHỤ LỤC|QUY CHẾ|QUY ĐỊNH)\s)/gu

const headingLines = 40
const loneCapitals = /^\p{Lu}{2,5}$/u
const lonePlaceWord = /^\p{Lu}\p{Ll}+$/u
const restOfPlace = /^\p{Lu}[\p{L} ]{0,30},\s*ngày\s/u

/** Narrow table cells broke "ỦY / BAN NHÂN DÂN", "CỘNG / HÒA XÃ HỘI ..." and "Thừa / Thiên Huế, ngày ...". */
function joinHeadingWords(lines: readonly string[]): string[] {
  const result: string[] = []
  for (const [index, line] of lines.entries()) {
    const last = result.at(-1) ?? ''
    const isRest =
      index < headingLines &&
      ((loneCapitals.test(last) && isUpperText(line)) || (lonePlaceWord.test(last) && restOfPlace.test(line)))
    if (isRest) result[result.length - 1] = `${last} ${line}`
    else if (line !== '' || !loneCapitals.test(last)) result.push(line)
  }
  return result
}

/** The width of hard-wrapped text, or 0 when each line is a whole paragraph. */
function wrapWidth(lines: readonly string[]): number {
  const lengths = lines.filter((line) => line.length > 30 && !isTableRow(line)).map((line) => line.length)
  if (lengths.length < 12) return 0
  lengths.sort((one, other) => one - other)
  const high = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  const middle = lengths[Math.floor(lengths.length * 0.6)] ?? 0
  return high <= 140 && middle >= high * 0.7 ? high : 0
}

function joinBrokenLines(lines: readonly string[], width: number): string[] {
  const result: string[] = []
  let blank = false
  for (const line of lines) {
    const last = result.at(-1)
    if (line === '') {
      blank = true
      continue
    }
    if (last !== undefined && isContinued(last, line, { width, blank }))
      result[result.length - 1] = isCutRange(last, line) ? `${last}${line}` : `${last} ${line}`
    else result.push(line)
    blank = false
  }
  return result
}

/** "giai đoạn 2021-" / "2030": the hyphen of a range at the end of a line. */
function isCutRange(last: string, next: string): boolean {
  return /\d-$/u.test(last) && /^\d/u.test(next)
}

const openEnd =
  /(?:[,(/“&]|\s-|(?:^|\s)(?:và|của|các|những|dưới|trên|đạt|còn|hơn|khoảng|ít nhất|không quá|số|ngày|tháng|năm|về|theo|tại|trên|cho|với|từ|đến|được|để|là|trong|do|hoặc|có|một|Mục|Các|Bộ|Sở|UBND|Phòng|Ủy|Ủy ban|Ủy ban nhân|Ủy ban nhân dân|tỉnh|huyện|xã|phường|thị xã|Thủ tướng|Quyết|Nghị|Thông))$/u
const closedEnd = /[.;:!?…|]["”)]?$|\.\/\.$/u

type Gap = { width: number; blank: boolean }

/** "Sở Lao động" / "- Thương binh và Xã hội": the hyphen of a name at the head of a line is no list mark. */
const nameGoesOn = /^-\s(?:Thương binh|TB&XH|Truyền hình|truyền hình|Xã hội|Kế hoạch hóa|KHHGĐ)/u

/** Each legal basis has a line of its own (Nghị định 30/2020/NĐ-CP, Annex I, box 6), whatever ends the one before. */
const ownBasis =
  /^(?:Theo|Xét) đề nghị của\s|^Căn cứ (?:Luật|Bộ luật|Nghị|Quyết|Thông|Kế|Chỉ|Công)|^(?:Thực hiện|Triển khai) (?:Luật|Nghị|Quyết|Thông|Kế|Chỉ|Công)[^.;]{0,30}số\s*\d/u

/** "Phần I" and "Chương II" stand on a line of their own above their title. */
const bareHeading = /^(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\s+(?:(?:thứ|THỨ)\s+\p{L}+|[IVX]+|\d{1,2})\s*[.:]?$/u

function isContinued(whole: string, next: string, gap: Gap): boolean {
  // Its end says whether a long paragraph goes on; looking at all of it again and again would take minutes.
  const last = whole.slice(-500)
  if (bareHeading.test(last)) return !findMark(next) && !isTableRow(next)
  if (nameGoesOn.test(next) && /\p{Ll}$/u.test(last)) return true
  if (whole.length > 4000 || findMark(next) || ownBasis.test(next)) return false
  if ([last, next].some((line) => isTableRow(line) || standsAlone(line))) return false
  return startsLower(next) ? isBrokenSentence(last, gap) : isBrokenLine(last, next, gap)
}

function isBrokenSentence(last: string, { blank, width }: Gap): boolean {
  // A full line of wrapped text that ends in a semicolon goes on; list items open with a mark.
  if (!blank && width > 0 && last.length >= width * 0.75 && last.endsWith(';')) return true
  return !sentenceClosed.test(last) || (!blank && (shortForm.test(last) || openingYear.test(last)))
}

function isBrokenLine(last: string, next: string, { width, blank }: Gap): boolean {
  if (!blank && openingYear.test(last)) return true
  if (blank || closedEnd.test(last) || isUpperText(last) !== isUpperText(next)) return false
  if (isBodyAboveDuty(last, next)) return false
  return isUpperText(last) ? isOpenHeading(last) : isOpenParagraph(last, width)
}

/** "II. Công an huyện" / "Điều tra, xử lý ...": a place word ends the name of a body, a sentence begins below it. */
function isBodyAboveDuty(last: string, next: string): boolean {
  const isName =
    last.length < 80 && /(?:^|\s)(?:tỉnh|huyện|xã|phường|thị xã)$/u.test(last) && findMark(last) !== undefined
  return isName && /^\p{Lu}\p{Ll}*,?\s+\p{Ll}/u.test(next)
}

/** "- Đến năm 2030:" dates the words of the next line. */
const openingYear = /^[-+*•\s]*(?:Đến|Tới|Giai đoạn|Năm|Hết|Cuối)[^:]{0,30}\d{4}:$/u
const sentenceClosed = /[.;:!?…]["”)]?$/u
/** "TP." and the like end no sentence. */
const shortForm = /\b(?:TP|TT|Q|P)\.$/

function isOpenHeading(line: string): boolean {
  return findMark(line) !== undefined && /,$|\s-$/.test(line)
}

function isOpenParagraph(line: string, width: number): boolean {
  return (
    openEnd.test(line) ||
    line.lastIndexOf('“') > line.lastIndexOf('”') ||
    (width > 0 && line.length >= width * 0.75)
  )
}

const aloneKey =
  /^(?:nơi nhận|kính gửi|cộng hòa xã hội|độc lập|số\s*:|căn cứ\s|theo đề nghị|(?:tm|kt|tl|tuq|q)\.\s|v\/v\s|- lưu|\(?(?:ban hành )?kèm theo)|hạnh phúc$|, ngày\s.*năm\s*\d{4}\.?$/u

function standsAlone(line: string): boolean {
  return (
    line.length < 400 &&
    aloneKey.test(matchingKey(line)) &&
    !/[,;]$/.test(line) &&
    !/^(?:căn cứ|theo)/iu.test(line)
  )
}

function splitAll(lines: readonly string[]): string[] {
  const state = { roman: 0, arabic: 0, decimal: '', article: 0, letter: '' }
  return lines.flatMap((line) => (isTableRow(line) ? [line] : splitGluedLine(line, state)))
}
