import { matchingKey } from './matching-key.ts'
import type { Quantity } from './quantities.ts'

export type TargetFrame = {
  /** Numbers of years before this one state what was, not what shall be. */
  documentYear: number | undefined
  /** The year of the title: the end of the plan's period. */
  titleYear: number | undefined
  /** A report tells results; only its part on what comes next sets targets. */
  factual: boolean
}

export type EntryFrame = TargetFrame & {
  year: number | undefined
  objective: boolean
  /** Below "Yêu cầu" counts tell how the work is to be done. */
  demand: boolean
}

const aimWords =
  /(?<!\p{L})(?:phấn đấu|đảm bảo|bảo đảm|ít nhất|tối thiểu|đạt|duy trì|hoàn thành|giảm|tăng(?! cường)|nâng|không quá|trở lên|mục tiêu|chỉ tiêu|xuống còn|xuống dưới|khống chế|kéo giảm|đáp ứng|kết nối|đưa)(?!\p{L})/u
const strongAim = /(?<!\p{L})(?:phấn đấu|ít nhất|tối thiểu|mục tiêu|chỉ tiêu|trở lên|không quá)(?!\p{L})/u
const factWords =
  /(?<!\p{L})(?:đã (?:đạt|có|được|tổ chức|hoàn thành|triển khai|hỗ trợ|thực hiện|giảm|tăng)|hiện nay|hiện có|hiện tại|chiếm|toàn (?:tỉnh|xã|phường|huyện|thành phố) (?:hiện )?có|cùng kỳ|tính đến|thực tế|trong đó có|gồm có|ước tính|kết quả cho thấy|ghi nhận|qua \d|vượt kế hoạch|đạt được)(?!\p{L})/u

/** A clause that tells what was or is, without a word of aiming. */
export function statesFacts(key: string): boolean {
  return factWords.test(key) && !strongAim.test(key)
}

/** Whether a number of a clause is one to reach: no level of today, no condition, no rhythm, no price. */
export function isTarget(key: string, quantity: Quantity, frame: EntryFrame): boolean {
  const left = key.slice(Math.max(0, quantity.start - 60), quantity.start)
  const right = key.slice(quantity.end, quantity.end + 60)
  if (isBaseline(left, right) || isCondition(left) || isFrequency(left, right)) return false
  if (isLimitInside(quantity, right) || isPrice(quantity, { left, right })) return false
  return quantity.shape === 'count'
    ? isCountTarget(key, quantity, frame)
    : isShareTarget(key, quantity, frame)
}

function isShareTarget(key: string, { value }: Quantity, { factual, objective }: EntryFrame): boolean {
  if (factual) return strongAim.test(key)
  return objective || value === 100 || aimWords.test(key)
}

function isCountTarget(key: string, quantity: Quantity, frame: EntryFrame): boolean {
  if (frame.demand) return false
  if (frame.factual) return /phấn đấu|chỉ tiêu|mục tiêu/u.test(key)
  if (frame.objective) return isCountAim(key, quantity, frame)
  const near = key.slice(Math.max(0, quantity.start - 40), quantity.start)
  return /(?<!\p{L})(?:phấn đấu|ít nhất|tối thiểu)(?!\p{L})/u.test(near)
}

/** In objectives a count stands for itself unless it only describes ("03 cấp độ", "06 lĩnh vực"). */
function isCountAim(key: string, quantity: Quantity, { year }: EntryFrame): boolean {
  const left = key.slice(0, quantity.start)
  const toPeople =
    /(?:lượt|người|trẻ|em|cháu|cha|phụ huynh|bà mẹ|phụ nữ|cán bộ|viên|học sinh|hộ|gia đình)(?!\p{L})/u
  const described =
    /(?:thuộc|trong|tại|của|các|những|gồm|theo|với|và|ở)\s*(?:phạm vi\s*)?$/u.test(left) ||
    (/cho\s*$/u.test(left) && !toPeople.test(quantity.unit))
  return !described || (year !== undefined && /phấn đấu/u.test(left.slice(-30)))
}

/** What was, or what another number is compared with. */
function isBaseline(left: string, right: string): boolean {
  if (
    /(?:so với|hiện nay|hiện tại|hiện là|thực hiện năm \d{4}|kết quả năm \d{4}|cùng kỳ)\s*(?:là|đạt|:|\(|mức)?\s*(?:mức\s*)?$/u.test(
      left,
    )
  )
    return true
  if (
    /(?:^|[^\p{L}])từ\s*(?:mức\s*)?$/u.test(left) &&
    /^\s*(?:\(?(?:vào |của )?năm \d{4}\)?\s*)?(?:xuống|lên|tăng lên|giảm)(?!\p{L})/u.test(right)
  )
    return true
  // "120 em, tăng 20 em so với năm 2022" says again what "120 em" asks for.
  if (/\d[^;]*,\s*(?:tăng|giảm)\s*(?:thêm\s*)?$/u.test(left) && /^\s*(?:\p{L}+\s+){0,2}so với/u.test(right))
    return true
  return /^\s*(?:so với|của) (?:cùng kỳ|hiện nay|hiện tại)/u.test(right) && !/(?:giảm|tăng)/u.test(left)
}

/** "mỗi thôn 02 buổi/năm": how often each does it, not how many in all. */
function isFrequency(left: string, right: string): boolean {
  if (/\d[^;]*,\s*mỗi\s+(?:\p{L}+\s+){1,3}(?:từ\s+|ít nhất\s+|tối thiểu\s+)?$/u.test(left)) return true
  return (
    /(?<!\p{L})mỗi\s+\p{L}+\s*$/u.test(left) && /^\s*\p{L}+\s*\/\s*(?:năm|quý|tháng|tuần|ngày)/u.test(right)
  )
}

/** "xã có trên 50% đồng bào dân tộc thiểu số" tells which communes, not what to reach. */
function isCondition(left: string): boolean {
  return /(?:nơi|vùng|khu vực|địa bàn|thôn|các xã|những xã|hộ|mức độ khuyết tật|tỷ lệ khuyết tật)\s+(?:đang\s+)?có\s+(?:trên|dưới|từ|ít nhất|tỷ lệ[^,]{0,40})?\s*$/u.test(
    left,
  )
}

/** "hộ có mức ăn dưới 1.800 kcal giảm xuống dưới 5%": a level that tells which ones the next number counts. */
function isLimitInside({ shape, denominator }: Quantity, right: string): boolean {
  return (
    shape === 'rate' &&
    denominator === null &&
    /^\s*(?:(?:giảm|tăng|xuống|lên|còn|đạt|chiếm|được|là)(?!\p{L})|(?:dưới|trên|không quá|ít nhất|[<>≤≥])\s*\d)/u.test(
      right,
    )
  )
}

/** "mức ăn 20.000 đồng/trẻ/ngày", "trị giá mỗi suất 300.000 đồng"; money to be raised is a target. */
function isPrice({ unit }: Quantity, { left, right }: { left: string; right: string }): boolean {
  if (!unit.endsWith('đồng')) return false
  const isRaised = /(?<!\p{L})(?:vận động|huy động|quyên góp|gây quỹ|thu|phấn đấu)(?!\p{L})[^;]*$/u.test(left)
  return !isRaised || /^\s*\p{L}*\s*\//u.test(right)
}

/** Money and words without a noun measure nothing. */
export function isNoMeasure(measure: string): boolean {
  return (
    /^(?:(?:hỗ trợ|bố trí|cấp|miễn|dành)\s+)?(?:kinh phí|chi phí|giá trị|tạm ứng|mức (?:hỗ trợ|chuẩn|lương|đóng)|vốn|ngân sách|lương|học phí|tiền)(?!\p{L})/u.test(
      matchingKey(measure),
    ) || !/\p{L}{2}/u.test(measure)
  )
}
