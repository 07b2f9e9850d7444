import { isUpperText, matchingKey } from './matching-key.ts'
import type { Entry } from './outline.ts'

const itemKinds: ReadonlySet<Entry['kind']> = new Set(['decimal', 'letter', 'bracket'] as const)
const lineKinds: ReadonlySet<Entry['kind']> = new Set(['text', 'star', 'dash', 'plus'] as const)

const commonLine =
  /^(?:(?:các\s+)?(?:cơ quan|đơn vị|bộ phận|người|phân công|thời gian|thời hạn|tiến độ|kinh phí|địa điểm|sản phẩm|chủ trì|phối hợp|phụ trách)(?!\p{L})[^:.]{0,40}|thực hiện):/u
const roleLine =
  /^(?:(?:các\s+)?(?:cơ quan|đơn vị|bộ phận|người|phân công|chủ trì)(?!\p{L})[^:.]{0,40}|thực hiện):/u

/** "1.2. Đơn vị thực hiện" holds the lines itself. */
const opensLabel =
  /^(?:các )?(?:cơ quan|đơn vị|bộ phận|người|phân công|tổ chức)\s+(?:chủ trì|thực hiện|phối hợp|phụ trách)[^.]{0,20}$/u

/**
 * "1.1. ...", "1.2. ...", "Đơn vị thực hiện: ...": a line of bodies, time or money behind the last of several items,
 * none of which has bodies of its own, speaks of the heading above them.
 */
export function liftCommonLines(entry: Entry): void {
  entry.children.forEach(liftCommonLines)
  const last = entry.children.at(-1)
  if (!last || !isItem(last, entry) || opensLabel.test(matchingKey(last.text))) return
  const others = entry.children.slice(0, -1).filter(({ kind }) => kind === last.kind)
  const at = last.children.findLastIndex((child) => !isCommonLine(child)) + 1
  if (others.length === 0 || at === last.children.length || others.some(hasRoleLine)) return
  const lifted = last.children.splice(at)
  for (const line of lifted) {
    line.parent = entry
    line.path = entry.path
  }
  entry.children.push(...lifted)
}

/** "1." below "I. Truyền thông" is an item of a task; below "II. NHIỆM VỤ" it is a task of its own. */
function isItem({ kind }: Entry, above: Entry): boolean {
  if (kind !== 'arabic') return itemKinds.has(kind)
  return above.kind === 'roman' && !isUpperText(above.text) && !sectionName.test(matchingKey(above.text))
}

const sectionName = /nhiệm vụ|nội dung|giải pháp|hoạt động|biện pháp|công việc/u

function isCommonLine({ kind, text, children }: Entry): boolean {
  return lineKinds.has(kind) && children.length === 0 && commonLine.test(matchingKey(text))
}

function hasRoleLine({ text, children }: Entry): boolean {
  return roleLine.test(matchingKey(text)) || children.some(hasRoleLine)
}
