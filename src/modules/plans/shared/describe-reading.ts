import type { PlanReading } from './contract.ts'

const kinds: Record<PlanReading['kind'], string> = {
  plan: 'Kế hoạch',
  'decision-with-plan': 'Quyết định kèm kế hoạch',
  decision: 'Quyết định',
  report: 'Báo cáo',
  letter: 'Công văn',
  other: 'Không phải văn bản hành chính',
}

/** `70%`, `≥ 90%`, `giảm 3-5%`, `500/100.000`. */
export function targetText({
  comparator,
  value,
  valueTo,
  unit,
  denominator,
}: Pick<
  PlanReading['targets'][number],
  'comparator' | 'value' | 'valueTo' | 'unit' | 'denominator'
>): string {
  const signs = {
    eq: '',
    ge: '≥ ',
    gt: '> ',
    le: '≤ ',
    lt: '< ',
    reduce: 'giảm ',
    increase: 'tăng ',
  } as const
  const number = (one: number) => one.toLocaleString('vi-VN')
  const range = valueTo === null ? number(value) : `${number(value)}-${number(valueTo)}`
  const isShare = denominator !== null && unit?.startsWith('/') !== true
  const tail = unit === null ? '' : /^[%‰/]/.test(unit) ? unit : ` ${unit}`
  return `${signs[comparator]}${range}${isShare ? `/${number(denominator)}` : ''}${tail}`
}

/** The reading in lines, for a terminal. */
export function describeReading(reading: PlanReading): string {
  const { number, symbol, date, issuer, period } = reading
  return [
    `${kinds[reading.kind]}: ${reading.title ?? '(chưa rõ tên)'}`,
    `Số: ${number ?? '(trống)'}/${symbol ?? ''} · ngày: ${date ?? '(trống)'} · cơ quan ban hành: ${issuer ?? '(chưa rõ)'}`,
    ...(period ? [`Giai đoạn: ${String(period.from)}-${String(period.to)}`] : []),
    section(
      'Chỉ tiêu',
      reading.targets.map(
        (target) =>
          `${targetText(target)} · ${target.year === null ? 'không ghi năm' : String(target.year)} · ${target.measure}`,
      ),
    ),
    section(
      'Nhiệm vụ',
      reading.tasks.map(
        ({ number: label, title, lead }) =>
          `${label ?? '-'}. ${title}${lead.length > 0 ? ` (chủ trì: ${lead.join(', ')})` : ''}`,
      ),
    ),
    section(
      'Thời hạn',
      reading.deadlines.map(({ date: day, rule, text }) => `${day ?? rule ?? ''}: ${text}`),
    ),
    section(
      'Cần kiểm tra',
      reading.warnings.map(
        ({ message, section: place }) => `${message}${place === null ? '' : ` (${place})`}`,
      ),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0
    ? ''
    : `\n${title} (${String(lines.length)}):\n${lines.map((line) => `  ${line}`).join('\n')}`
}
