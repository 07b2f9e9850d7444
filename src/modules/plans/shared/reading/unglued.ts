import { gluedType } from './type-names.ts'

/** Fewer words that run into the next capital may be names ("YouTube"); more say that the line breaks are lost. */
const fewestSeams = 6
const seam = /\p{Ll}(?=\p{Lu}\p{Ll})|[\p{Ll}\d][.;:](?=\p{Lu}|- )|\p{Lu}{2}(?=\d\. )/gu
/** Positions of signers behind which a name or a deputy's position follows. */
const position = 'CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG PHÒNG|TRƯỞNG BAN|BỘ TRƯỞNG'
const level = 'TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU'

/**
 * Puts back breaks that copying lost without leaving a space: "VIỆT NAMĐộc lập", "KH-UBNDHà Nội, ngày",
 * "KẾ HOẠCHTriển khai", "CHỦ TỊCHLê An", and between all paragraphs where a whole text became one line.
 */
export function unglued(line: string): string {
  if (line.length < 14) return line
  const parted = headingApart(line)
  return isOneLine(line) ? paragraphsApart(parted) : parted
}

function isOneLine(line: string): boolean {
  return line.length > 300 && (line.match(seam) ?? []).length >= fewestSeams
}

function headingApart(line: string): string {
  return line
    .replace(
      /(?<=\p{Lu})(?=CỘNG H[ÒO][AÀ] XÃ HỘI)|(?<=VIỆT NAM)(?=Độc lập|ĐỘC LẬP)|(?<=Hạnh phúc)(?=\p{Lu})/gu,
      '\n',
    )
    .replace(
      /(Số\s*:[ .…\d]{0,20}\/[\p{Lu}\d&]+(?:-[\p{Lu}\d&]+)+)(?=\p{Lu}\p{Ll}+(?: \p{Lu}\p{L}*){0,4},\s*ngày)/gu,
      '$1\n',
    )
    .replace(/(,\s*ngày[ .…\d]{1,12}tháng[ .…\d]{1,8}năm\s*\d{4})(?=\p{Lu}{2})/gu, '$1\n')
    .replace(gluedType, '$1\n')
    .replace(committeeGlued, '\n')
    .replace(signerGlued, '\n')
}

const committeeGlued = new RegExp(
  String.raw`(?<=ỦY BAN NHÂN DÂN)(?=(?:${level}|CỘNG HÒA|CHỦ TỊCH|KT\.)\s)`,
  'gu',
)
const signerGlued = new RegExp(String.raw`(?<=${position})(?=\p{Lu}\p{Ll}+ \p{Lu}|PHÓ )`, 'gu')

function paragraphsApart(line: string): string {
  return line
    .replace(/(?<=\p{Ll}[.;:]?|\)[.;:]|\d;)(?=\p{Lu}\p{Ll}|[IVX]{1,4}\. ?\p{Lu})/gu, '\n')
    .replace(
      /(?<=\p{L}[.;:]?|\d;)(?=\d{1,2}(?:\.\d{1,2})*[.)] ?\p{Lu}|[a-zđ]\) ?\p{L}|[-+] (?:\p{Lu}|\d))/gu,
      '\n',
    )
    .replace(
      /(?<=\.\/\.|[\p{L}\d]\.|\d)(?=(?:Nơi nhận|(?:TM|KT|TL|TUQ|Q)\. ?\p{Lu}{2}|Căn cứ|Điều \d))/gu,
      '\n',
    )
}
