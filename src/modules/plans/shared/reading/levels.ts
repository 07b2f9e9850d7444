/**
 * Levels that bear no "%": rates for a printed number of people ("tỷ suất ... trên 1.000 trẻ đẻ sống dưới 9,5") and
 * means with a unit of their own ("tổng tỷ suất sinh đạt 2,1 con", "dưới 7 gam/ngày"). Keys are matching keys.
 */
export type Level = { unit: string; denominator: number | null; length: number }

const base =
  /(?:tỷ suất|tỉ suất|tỷ số|tỉ số|tỷ lệ|tỉ lệ|số)[^;.%]{0,90}?(?:trên|tính trên|\/)\s*(1\.?000|10\.?000|100\.?000)(?=\s+\p{L})/gu
const levelWords =
  /(?:tỷ suất|tỉ suất|tỷ số|tỉ số|tuổi thọ|số năm sống|chiều cao|cân nặng|vòng cánh tay|mức|quy mô|chỉ số|thu nhập|lượng|thời gian|bình quân|trung bình)(?!\p{L})/u
const aimBefore =
  /(?:^|[^\p{L}])(?:dưới|trên|hơn|đạt|là|còn|xuống|lên|không quá|không vượt quá|ít nhất|tối thiểu|tối đa|bình quân|trung bình|khoảng|từ|thêm|tăng|giảm|và|mức(?:\s\p{L}+){1,3})\s*$|[,:≥≤<>]\s*$/u
const ownUnit =
  /^\s*((?:(?:triệu|nghìn|tỷ)\s+)?(?:số\s+)?(?:con|người|cm|kg|gam|gram|g|mg|kcal|phút|giờ|ngày|lít|bé trai|trẻ trai|trẻ em nam|nam|tuổi)(?:\s*\/\s*(?:\d{1,3}\s+)?(?:\p{L}|\s(?!và\s|vào\s|đến\s|năm\s|đối\s|ở\s))+)?)(?![\p{L}\d])/u

/** Where the "1.000" of "trên 1.000 trẻ đẻ sống" stands, with its value: the number a rate is for, not a target. */
export function basesIn(clause: string): { at: number; size: number }[] {
  return [...clause.matchAll(base)].map((match) => ({
    at: match.index + match[0].length - (match[1] ?? '').length,
    size: Number((match[1] ?? '').replace('.', '')),
  }))
}

/** What a bare number between `left` and `right` measures; undefined when it states no level. */
export function levelAt(left: string, right: string, rate: { size: number } | undefined): Level | undefined {
  if (!aimBefore.test(left)) return undefined
  if (rate && /^\s*(?:$|[,;.)]|và\s|vào\s|đến\s|trong\s|năm\s|trẻ |ca |người )/u.test(right))
    return { unit: `/${rate.size.toLocaleString('de-DE')}`, denominator: rate.size, length: 0 }
  const [whole, unit] = ownUnit.exec(right) ?? []
  if (whole === undefined || unit === undefined || isNoLevel(unit, left)) return undefined
  return { unit: unit.trim(), denominator: null, length: whole.length }
}

/** An age ("dưới 1 tuổi") and a count of people are no levels. */
function isNoLevel(unit: string, left: string): boolean {
  const isAge = unit.startsWith('tuổi') && !/tuổi thọ|số năm sống|tuổi kết hôn/u.test(left)
  return isAge || unit === 'người' || unit === 'nam' || !levelWords.test(left)
}
