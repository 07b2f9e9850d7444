import { matchingKey } from './matching-key.ts'
import { ancestors, headOf, restOf, walk, type Entry } from './outline.ts'
import { ownTopic, topicOf } from './topics.ts'
import { findYears } from './years.ts'

export type Objectives = { general: string | null; specific: string[] }

/** "Mục tiêu chung" or the purpose, and the single aims below "Mục tiêu cụ thể". */
export function findObjectives(root: Entry): Objectives {
  const all = [...walk(root)].filter((entry) => ownTopic(entry) === 'objective' && !isInTask(entry))
  const aims = all.filter((entry) => !isAimless(entry))
  const sections = aims.length > 0 ? aims : all
  const general =
    sections.find((entry) => isGeneral(entry)) ??
    sections.find((entry) => isPurpose(entry) && !hasObjectiveInside(entry, sections))
  const specific = sections.filter(
    (entry) => entry !== general && !isGeneral(entry) && !hasObjectiveInside(entry, sections),
  )
  if (general && isPlainList(general)) return { general: null, specific: leaves(general) }
  const purpose = general ?? purposeBesideTargets(all, sections)
  const generalText = purpose ? textBelow(purpose).join(' ') : ''
  return {
    general: generalText === '' ? null : generalText,
    specific: specific
      .filter((entry) => !ancestors(entry).some((above) => specific.includes(above)))
      .flatMap((entry) => leaves(entry)),
  }
}

/** "Mục đích: ..." is the general aim where the only other part on aims is a list of targets. */
function purposeBesideTargets(all: readonly Entry[], sections: readonly Entry[]): Entry | undefined {
  const namesAims = sections.some((entry) =>
    [entry, ...ancestors(entry)].some((one) => /mục tiêu/u.test(matchingKey(headOf(one)))),
  )
  return namesAims ? undefined : all.find((entry) => isPurpose(entry) && isAimless(entry))
}

/** "Mục đích, yêu cầu" says why the document is written; where a part names aims it is none of them. */
function isAimless(entry: Entry): boolean {
  const names = /mục tiêu|chỉ tiêu/u
  const isPurposeOnly = (one: Entry) => /^(?:\S+ )?mục đích/u.test(matchingKey(headOf(one)))
  const own = [entry, ...ancestors(entry)].find((one) => ownTopic(one) === 'objective' && isPurposeOnly(one))
  return own !== undefined && !names.test(matchingKey(headOf(entry))) && !names.test(matchingKey(headOf(own)))
}

/** "Mục tiêu" above nothing but a list of aims, of which one at least has a number, has no general one. */
function isPlainList(entry: Entry): boolean {
  const isOnlyList =
    restOf(entry) === '' &&
    entry.children.every((child) => child.children.length === 0 && child.kind !== 'text' && !isGeneral(child))
  const hasNumber = entry.children.some(({ text }) => /\d/.test(text))
  return !isGeneral(entry) && entry.children.length > 1 && isOnlyList && hasNumber
}

/** "1.1. Mục đích" below a task is that task's purpose. */
function isInTask(entry: Entry): boolean {
  return ancestors(entry).some((above) => ownTopic(above) === 'content' || ownTopic(above) === 'arrangement')
}

function isGeneral(entry: Entry): boolean {
  return /^(?:các )?mục (?:tiêu|đích) (?:chung|tổng quát)/u.test(matchingKey(entry.text))
}

function isPurpose(entry: Entry): boolean {
  return /^mục (?:đích|tiêu)\s*(?::|\.|$)/u.test(matchingKey(entry.text))
}

function hasObjectiveInside(entry: Entry, sections: readonly Entry[]): boolean {
  const inside = [...walk(entry)].slice(1).filter((one) => sections.includes(one))
  return inside.some((one) => isGeneral(one) || /cụ thể|chỉ tiêu|mục đích/u.test(matchingKey(headOf(one))))
}

function textBelow(entry: Entry): string[] {
  const glued = /^(?:các )?mục (?:tiêu|đích) (?:chung|tổng quát)\s+(?=\p{Lu})/iu.exec(entry.text)
  const own = glued && restOf(entry) === '' ? entry.text.slice(glued[0].length) : restOf(entry)
  return [
    own,
    ...[...walk(entry)]
      .slice(1)
      .filter(({ kind }) => kind !== 'table')
      .map(({ text }) => text),
  ].filter((text) => text !== '')
}

function leaves(entry: Entry): string[] {
  // "Mục tiêu 2: Chăm sóc trẻ em mồ côi" above its own aims is their title.
  const isTitle =
    entry.children.length > 0 && /^(?:mục tiêu|chỉ tiêu)\s+\d+$/u.test(matchingKey(headOf(entry)))
  const rest = isTitle ? '' : restOf(entry)
  return [...(rest === '' ? [] : [rest]), ...entry.children.flatMap(leafTexts)]
}

function leafTexts(entry: Entry): string[] {
  const opensList = entry.kind === 'text' && entry.children.length === 0 && entry.text.endsWith(':')
  if (entry.kind === 'table' || opensList) return []
  return entry.children.length === 0
    ? [entry.text].filter((text) => text !== '')
    : entry.children.flatMap(leafTexts)
}

/** Lines below headings of one topic, the rest of the heading's own line included. */
export function textsOfTopic(root: Entry, topic: 'group' | 'scope' | 'funding'): string[] {
  const sections = [...walk(root)].filter(
    (entry) =>
      lineTopic(entry) === topic || (ownTopic(entry) === topic && topicOf(entry.parent ?? entry) !== topic),
  )
  return sections.flatMap((section) => [
    ...(restOf(section) === '' ? [] : [restOf(section)]),
    ...section.children
      .filter((child) => lineTopic(child) === undefined && (ownTopic(child) ?? topic) === topic)
      .flatMap(ownAndBelow),
  ])
}

const lineLabels = [
  { topic: 'group', pattern: /^đối tượng[^:]{0,30}:\s*\S/u },
  { topic: 'scope', pattern: /^(?:phạm vi|địa bàn)[^:]{0,30}:\s*\S/u },
  { topic: 'time', pattern: /^(?:thời gian|thời hạn)[^:]{0,30}:\s*\S/u },
] as const

/** "- Đối tượng: ...", "- Phạm vi: ..." below one heading for both. */
function lineTopic({ kind, text, parent }: Entry): 'group' | 'scope' | 'time' | undefined {
  const above = parent ? ownTopic(parent) : undefined
  if (kind !== 'dash' || (above !== 'group' && above !== 'scope' && above !== 'time')) return undefined
  return lineLabels.find(({ pattern }) => pattern.test(matchingKey(text)))?.topic
}

function ownAndBelow(entry: Entry): string[] {
  if (entry.kind === 'table') return []
  const topic = ownTopic(entry)
  const heading = topic !== undefined && entry.children.length > 0 && restOf(entry) === ''
  // "Ngân sách trung ương: 186 triệu đồng" needs both halves; "Đối tượng thụ hưởng: trẻ em" only the second.
  const isNamed = topic !== undefined && !/^\d/.test(restOf(entry))
  const own = isNamed && restOf(entry) !== '' ? restOf(entry) : entry.text
  return [...(heading || own === '' ? [] : [own]), ...entry.children.flatMap(ownAndBelow)]
}

/** Years the plan is for: from its title, or the part on the time of carrying out. */
export function findPeriod(
  title: string,
  root: Entry,
  { pick, issued }: PeriodFrame,
): { from: number; to: number } | null {
  const named = periodIn(matchingKey(title), { pick, issued })
  if (named) return named
  const time = [...walk(root)].find((entry) => ownTopic(entry) === 'time')
  const text = time ? [time.text, ...time.children.map((child) => child.text)].join(' ') : ''
  return periodIn(matchingKey(text), { pick: 'last', issued })
}

/** `issued`: the year of the document's own date, from which "đến năm 2025" counts. */
export type PeriodFrame = { pick: 'first' | 'last'; issued: number | undefined }

/** What a report says of the time to come: "...; phương hướng, nhiệm vụ năm 2021". */
const nextTime = /(?<=\d{4}.*)[;,]?\s*(?:và\s+)?(?:phương hướng|nhiệm vụ|kế hoạch(?= công tác| năm)).*$/su

/** "tầm nhìn đến năm 2030" looks beyond the plan. */
const outlook = /(?:tầm nhìn|định hướng)(?:\s+(?:đến|tới|cho|giai đoạn|năm|\d{4}|-))+/gu

function periodIn(key: string, { pick, issued }: PeriodFrame): { from: number; to: number } | null {
  const own = (pick === 'first' ? key.replace(nextTime, '') : key)
    .replace(outlook, ' ')
    .replace(/\d{1,6}(?:\/\d{4})?\/\p{L}[\p{L}\d-]*/gu, ' ')
    .replace(/ngày\s*\d{1,2}(?:\s*[/.-]\s*|\s*tháng\s*)\d{1,2}(?:\s*[/.-]\s*|\s*năm\s*)\d{4}/gu, ' ')
  const years = findYears(own)
  const range = years.filter(({ from }) => from !== undefined).at(-1)
  const single = years.filter(({ from }) => from === undefined).at(pick === 'last' ? -1 : 0)
  // "giai đoạn 2021-2025 ... năm 2024" is the plan of one year inside a longer programme.
  if (single && (!range || single.start > range.start)) {
    const isUntil = /(?:đến|tới)\s+(?:hết\s+|cuối\s+)?$/u.test(own.slice(0, single.start))
    return {
      from: isUntil && issued !== undefined ? Math.min(issued, single.year) : single.year,
      to: single.year,
    }
  }
  return range ? { from: range.from ?? range.year, to: range.year } : null
}
