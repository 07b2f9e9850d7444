import { PlanReading } from '../contract.ts'
import { agencyFields } from './agencies.ts'
import { provinceNames } from './province-names.ts'

/**
 * Telegrams and old programs print Vietnamese without any mark ("KE HOACH ... UBND TINH"). The words that make the
 * structure of an administrative document are a closed list; with their marks put back it is read like any other.
 * Each restored word is as long as the printed one, so places stay true.
 */
const structureWords: readonly string[] = [
  ...['cộng hòa xã hội chủ nghĩa việt nam', 'độc lập', 'tự do', 'hạnh phúc', 'việt nam', 'ủy ban nhân dân'],
  ...['hội đồng nhân dân', 'ủy ban', 'hđnd', 'tỉnh ủy', 'thành phố', 'thị xã', 'thị trấn', 'đặc khu', 'tỉnh'],
  ...['huyện', 'quận', 'phường', 'xã hội', 'xã', 'thôn', 'kế hoạch', 'quyết định', 'báo cáo', 'chương trình'],
  ...['đề án', 'phương án', 'nghị quyết', 'nghị định', 'chỉ thị', 'thông báo', 'thông tư', 'hướng dẫn'],
  ...[
    'tờ trình',
    'công điện',
    'công văn',
    'phụ lục',
    'kết luận',
    'luật trẻ em',
    'luật',
    'kính gửi',
    'nơi nhận',
  ],
  ...[
    'như trên',
    'lưu',
    'căn cứ',
    'theo đề nghị',
    'xét đề nghị',
    'thủ tướng chính phủ',
    'chính phủ',
    'quốc hội',
  ],
  ...['về việc', 'về', 'ban hành', 'kèm theo', 'phê duyệt', 'xây dựng', 'triển khai', 'thực hiện', 'tổ chức'],
  ...['như sau', 'mục đích', 'yêu cầu', 'mục tiêu', 'chỉ tiêu', 'tổng quát', 'cụ thể', 'chung', 'nhiệm vụ'],
  ...['giải pháp', 'nội dung', 'hoạt động', 'đối tượng', 'phạm vi', 'địa bàn', 'thời gian', 'kinh phí'],
  ...['nguồn', 'ngân sách', 'phân công', 'trách nhiệm', 'chủ trì', 'phối hợp', 'cơ quan', 'đơn vị', 'các sở'],
  ...['các ban', 'ngành', 'đề nghị', 'giao', 'định kỳ', 'hằng năm', 'hàng năm', 'hằng quý', 'hàng quý'],
  ...['hằng tháng', 'hàng tháng', 'tháng', 'ngày', 'trước', 'chậm nhất', 'giai đoạn', 'đến', 'điều', 'phần'],
  ...['chương', 'trẻ em', 'trẻ', 'tuổi', 'tỷ lệ', 'tỷ suất', 'đạt', 'trên', 'dưới', 'ít nhất', 'tối thiểu'],
  ...['không quá', 'phấn đấu', 'giảm', 'giám sát', 'tăng cường', 'tăng', 'xuống còn', 'xuống', 'trở lên'],
  ...['chủ tịch', 'giám đốc', 'trưởng phòng', 'trưởng ban', 'hiệu trưởng', 'phó', 'sở', 'bộ', 'phòng', 'hội'],
  ...['trung tâm', 'trạm', 'trường', 'đoàn', 'công an', 'mặt trận tổ quốc', 'liên hiệp phụ nữ', 'gửi về'],
]

const vowelMarks = /\p{Mn}/gu

/** The text with every mark off, of the same length. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(vowelMarks, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFC')
}

const phrases = [
  ...agencyFields.flatMap(({ name }) => ['sở', 'phòng', 'bộ'].map((word) => `${word} ${name.toLowerCase()}`)),
  ...provinceNames.map((name) => name.toLowerCase()),
  ...structureWords,
].sort((one, other) => other.length - one.length)
const byUnmarked = new Map(phrases.map((phrase) => [withoutMarks(phrase), phrase]))
/** Words that a number behind them tells: "So: 12", "nam 2026". */
const beforeNumbers = new Map([
  ['so', 'số'],
  ['nam', 'năm'],
])
const structure = new RegExp(
  String.raw`(?<![\p{L}/-])(?:nam(?=\s*\d)|${[...byUnmarked.keys()].join('|')})(?![\p{L}\d])`,
  'giu',
)

/** A name or two may keep their marks in a text typed without: fewer than this share of the letters. */
const mostMarked = 0.005
/** Different words of the structure that make a text Vietnamese. */
const fewestWords = 12

/** True for a Vietnamese document whose letters bear no marks. */
export function isUnmarked(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const marked = sample.match(/[^\p{ASCII}\P{L}]/gu)?.length ?? 0
  if (letters === 0 || marked / letters > mostMarked) return false
  return new Set(sample.toLowerCase().match(structure)).size >= fewestWords
}

/** The words of the structure with their marks put back, the case of each letter kept. */
export function withStructureMarks(text: string): string {
  return text
    .replace(/(?<=\/)[QN]D(?=-)/gu, (code) => code.replace('D', 'Đ'))
    .replace(structure, (printed, at: number) => {
      const key = printed.toLowerCase()
      const isNumbered = /^\s*[:\d]/u.test(text.slice(at + printed.length, at + printed.length + 8))
      return sameCase(
        printed,
        (isNumbered ? beforeNumbers.get(key) : undefined) ?? byUnmarked.get(key) ?? key,
      )
    })
}

function sameCase(printed: string, marked: string): string {
  const letters = [...marked]
  return [...printed]
    .map((letter, index) => {
      const own = letters[index] ?? letter
      return letter === letter.toLowerCase() ? own : own.toUpperCase()
    })
    .join('')
}

/** A reading in the letters of the text itself; what is known by list (bodies, places, codes) keeps its marks. */
export function inPrintedLetters(reading: PlanReading): PlanReading {
  const { issuer, issuerArea, place, symbol, bases, recipients } = reading
  const printed = PlanReading.parse(JSON.parse(withoutMarks(JSON.stringify(reading))))
  return {
    ...printed,
    ...{ issuer, issuerArea, place, symbol },
    bases: printed.bases.map((basis, at) => ({
      ...basis,
      number: bases[at]?.number ?? null,
      issuer: bases[at]?.issuer ?? null,
    })),
    recipients: printed.recipients.map((one, at) => ({ ...one, role: recipients[at]?.role ?? null })),
    warnings: [noMarks, ...reading.warnings],
  }
}

const noMarks = {
  code: 'without-marks',
  message:
    'Văn bản không có dấu tiếng Việt nên chỉ đọc được theo khung văn bản; hãy dùng bản có dấu, hoặc đối chiếu từng mục trước khi lưu.',
  section: null,
}
