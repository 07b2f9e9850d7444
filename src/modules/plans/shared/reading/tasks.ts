import type { PlanTask, PlanTaskPart, TextPlace } from '../contract.ts'
import { isAgency, isNamedBody } from './agency-list.ts'
import { matchingKey } from './matching-key.ts'
import { ancestors, headOf, restOf, walk, type Entry } from './outline.ts'
import { mergeRoles, rolesOf, withoutRoleBracket, type Roles } from './roles.ts'
import { readTaskTable } from './task-tables.ts'
import { isHeading, looksAhead, ownTopic } from './topics.ts'

/** `body`: the place with everything under the heading; under a row of a table stands nothing. */
export type FoundTask = { task: PlanTask; place: TextPlace; body: TextPlace; section: string | null }

type TaskFrame = {
  letter: boolean
  /** A report: only its part on what comes next sets tasks. */
  factual: boolean
}

/** Main items of the parts on contents, tasks and solutions. */
export function findTasks(root: Entry, { letter, factual }: TaskFrame): FoundTask[] {
  if (factual) {
    const coming = contentSections(root).filter(isToCome).flatMap(tasksOfSection)
    return coming.filter(({ task }) => !opensAim.test(matchingKey(task.title)))
  }
  const tables = root.children.filter(({ kind }) => kind === 'table').flatMap(readTaskTable)
  const found = [...contentSections(root).flatMap(tasksOfSection), ...tables]
  if (found.length > 0) return found
  if (!letter) return tasksWithoutHeading(root)
  // A letter has no parts: its numbered requests are the tasks.
  return root.children
    .filter(
      (child) => child.kind === 'arabic' && ownTopic(child) === undefined && !isAgency(titleOf(child).title),
    )
    .map(toTask)
}

/**
 * Some copies lose the headings in capitals: "1. ..., 2. ..." behind the aims, counted anew and neither a part of
 * its own nor a body, are the tasks.
 */
function tasksWithoutHeading(root: Entry): FoundTask[] {
  const items = root.children.filter(({ kind }) => kind === 'arabic')
  if (!items.some((item) => ownTopic(item) === 'objective')) return []
  const starts = items.flatMap(({ order }, index) => (order === 1 ? [index] : []))
  const runs = starts.map((start, index) => items.slice(start, starts[index + 1]))
  return runs
    .filter(
      (run) =>
        run.length > 1 && run.every((item) => ownTopic(item) === undefined && !isNamedBody(headOf(item))),
    )
    .flatMap((run) => run.map(toTask))
}

/** "Phấn đấu 93% trẻ em được ..." among the tasks of the year to come is a target and nothing to do. */
const opensAim =
  /^(?:(?:phấn đấu|duy trì|giảm|tăng|nâng|đạt)\s+(?:tỷ lệ|tỷ suất|số|trên|dưới|ít nhất|\d)|\d)(?=[^:]*\d[\d.,]*\s*(?:%|‰))/u

function isToCome(section: Entry): boolean {
  return [section, ...ancestors(section)].some(looksAhead)
}

function contentSections(root: Entry): Entry[] {
  const found: Entry[] = []
  const visit = (entry: Entry): void => {
    const topic = ownTopic(entry)
    if (topic === 'content' && entry.children.length > 0) {
      found.push(entry)
      return
    }
    const holdsContents =
      topic === 'objective' && entry.children.some((child) => ownTopic(child) === 'content')
    if (topic === undefined || topic === 'arrangement' || holdsContents)
      entry.children.filter(isHeading).forEach(visit)
  }
  visit(root)
  return found
}

function tasksOfSection(section: Entry): FoundTask[] {
  const inner = section.children.filter(
    (child) =>
      isHeading(child) &&
      ownTopic(child) === 'content' &&
      child.children.length > 0 &&
      !isAttribute(child) &&
      !isNamedTask(child),
  )
  const numbered = section.children.filter((child) => isHeading(child) && isTaskHeading(child))
  const tables = section.children.filter((child) => child.kind === 'table').flatMap(readTaskTable)
  if (inner.length > 0 && inner.length === numbered.length)
    return [...inner.flatMap(tasksOfSection), ...tables]
  const listed =
    numbered.length > 0
      ? numbered
      : section.children.filter((child) => child.kind === 'dash' || child.kind === 'star')
  const tasks = listed
    .filter((child) => !rolesOf(child)?.labelled)
    .flatMap((child) =>
      inner.includes(child) && !isPlainList(child) ? tasksOfSection(child) : tasksOf(child),
    )
  const deeper = numbered
    .flatMap((child) => child.children)
    .filter((child) => child.kind === 'table')
    .flatMap(readTaskTable)
  return [...tasks, ...tables, ...deeper]
}

/** "3. Các hoạt động chính" above bare items stands beside other tasks as one of them. */
function isPlainList({ children }: Entry): boolean {
  return children.every((child) => child.children.length === 0)
}

/** A body in the place of a task ("1. Sở Y tế" with a list): each of its duties is a task it leads. */
function tasksOf(entry: Entry): FoundTask[] {
  const name = headOf(entry)
  const isBody = isNamedBody(name) && restOf(entry) === '' && entry.children.length > 0
  if (!isBody || !/^\p{Lu}/u.test(name)) return [toTask(entry)]
  return entry.children
    .filter(({ kind }) => kind !== 'table')
    .map(toTask)
    .map((found) => {
      const lead = found.task.lead.length > 0 ? found.task.lead : [withoutBrackets(name)]
      return { ...found, task: { ...found.task, lead } }
    })
}

function withoutBrackets(name: string): string {
  return name.replace(/\s*\([^()]*\)$/u, '')
}

/** "Nhiệm vụ 1: Truyền thông" is one task, not a part about tasks. */
const countedTask = /^(?:nhiệm vụ|nội dung|hoạt động|giải pháp)\s+(?:số\s+)?(\d{1,2})\s*[.:-]\s*(?=\p{Lu})/iu

const bareName =
  /^(?:(?:các|những|một số|nhóm|hệ thống|về)\s+)*(?:nội dung|nhiệm vụ|giải pháp|hoạt động|biện pháp|công việc|kế hoạch)(?:\s*(?:,|và|-|\/|;)?\s*(?:các|những)?\s*(?:nội dung|nhiệm vụ|giải pháp|hoạt động|biện pháp|trọng tâm|chủ yếu|cụ thể|chính|cơ bản|chung|trước mắt|lâu dài|thường xuyên|đột phá|ưu tiên|thực hiện|triển khai|hoạt động|chi tiết|chuyên môn|kỹ thuật|khác|của (?:kế hoạch|chương trình|đề án)|(?:trong |của )?(?:năm|giai đoạn) [\d\s-]+|6 tháng (?:đầu|cuối) năm(?: \d{4})?))*$/u

/** "1. Giải pháp về cơ chế, chính sách" is a task of its own; "1. Nhiệm vụ trọng tâm" only heads its tasks. */
function isNamedTask(entry: Entry): boolean {
  return countedTask.test(entry.text) || !bareName.test(matchingKey(headOf(entry)).replace(/[\s.:]+$/u, ''))
}

function isTaskHeading(entry: Entry): boolean {
  const topic = ownTopic(entry)
  if (topic === 'situation') return matchingKey(entry.text).startsWith('công tác chỉ đạo')
  return topic === undefined || topic === 'content' || topic === 'reporting' || topic === 'arrangement'
}

/** Parts of one task ("1.2. Giải pháp") rather than tasks. */
function isAttribute(entry: Entry): boolean {
  return entry.kind === 'decimal' && attributeOf(entry) !== undefined
}

type Attribute = 'purpose' | 'solutions' | 'roles' | 'time'

function attributeOf(entry: Entry): Attribute | undefined {
  const key = matchingKey(entry.text).replace(/^[\s*+-]+/, '')
  if (/^(?:mục đích|mục tiêu|yêu cầu)(?:\s*,?\s*(?:yêu cầu|ý nghĩa))?\s*(?::|$)/u.test(key)) return 'purpose'
  if (
    /^(?:các\s+)?(?:giải pháp|nội dung|hoạt động|biện pháp|cách thức|nhiệm vụ|công việc|hình thức)(?:\s+(?:thực hiện|hoạt động|cụ thể|chủ yếu|triển khai|chính|và giải pháp|, giải pháp|tổ chức))*\s*(?::|$)/u.test(
      key,
    )
  )
    return 'solutions'
  if (rolesOf(entry)?.labelled || /^(?:phân công|tổ chức) thực hiện\s*:/u.test(key)) return 'roles'
  return /^(?:thời gian|thời hạn|tiến độ|kinh phí|sản phẩm|địa điểm|kết quả|đối tượng|chỉ tiêu)[^:]{0,40}:/u.test(
    key,
  )
    ? 'time'
    : undefined
}

function toTask(entry: Entry): FoundTask {
  const { title, rest } = titleOf(entry)
  const task: PlanTask = {
    number: isHeading(entry) && entry.label !== '' ? entry.label : null,
    title,
    purpose: null,
    solutions: rest === '' ? [] : [rest],
    lead: [],
    coordinating: [],
    parts: [],
  }
  readOwnRoles(entry, task)
  const parts = entry.children.filter((child) => isPart(child) && attributeOf(child) === undefined)
  const partKinds = new Set(parts.map(({ kind }) => kind))
  entry.children.forEach((child) => readChild(child, task, partKinds))
  return {
    task,
    place: { start: entry.start, end: entry.end },
    body: { start: entry.start, end: [...walk(entry)].at(-1)?.end ?? entry.end },
    section: entry.path === '' ? null : entry.path,
  }
}

function titleOf(entry: Entry): { title: string; rest: string } {
  const counted = countedTask.exec(entry.text)
  if (counted) return { title: entry.text.slice(counted[0].length).replace(/[\s.;:]+$/, ''), rest: '' }
  const roles = rolesOf(entry)
  if (roles && !roles.labelled && /\.\s+\p{Lu}/u.test(entry.text)) {
    const title = headOf(entry)
    return { title, rest: entry.text.slice(title.length).replace(/^[\s.:]+/, '') }
  }
  const colon = /^(.{3,260}?):\s*(.*)$/su.exec(entry.text)
  if (colon && !roles?.labelled) return { title: (colon[1] ?? '').trim(), rest: (colon[2] ?? '').trim() }
  return { title: withoutRoleBracket(entry.text).replace(/[\s.;:]+$/, ''), rest: '' }
}

function readOwnRoles(entry: Entry, roles: Roles): void {
  const own = rolesOf(entry)
  if (own) mergeRoles(roles, own)
}

/** "Phân công thực hiện:" above sentences that say who leads and who helps. */
function readRolesBelow(entry: Entry, roles: Roles): void {
  readOwnRoles(entry, roles)
  entry.children.forEach((child) => readOwnRoles(child, roles))
}

function readChild(child: Entry, task: PlanTask, partKinds: ReadonlySet<Entry['kind']>): void {
  const attribute = attributeOf(child)
  if (attribute === 'roles') return readRolesBelow(child, task)
  if (attribute === 'time') return readOwnRoles(child, task)
  if (child.kind === 'table') return
  if (attribute === 'purpose') {
    task.purpose = [restOf(child), ...texts(child)].filter((text) => text !== '').join(' ')
    return
  }
  if (attribute === 'solutions') {
    const rest = restOf(child)
    if (rest !== '') task.solutions.push(rest)
    readOwnRoles(child, task)
    child.children.forEach((grandchild) => readChild(grandchild, task, partKinds))
    return
  }
  // Beside a part, an item of the same kind is one too, however short.
  if (isPart(child) || partKinds.has(child.kind)) task.parts.push(toPart(child))
  else readSolution(child, task)
}

function readSolution(child: Entry, holder: Roles & { solutions: string[] }): void {
  for (const entry of walk(child)) {
    if (entry.kind === 'table') continue
    const roles = rolesOf(entry)
    if (roles) mergeRoles(holder, roles)
    if (!roles?.labelled && withoutRoleBracket(entry.text) !== '') holder.solutions.push(entry.text)
  }
}

/** A lettered or numbered item with its own list or its own bodies is a part; a bare one is a solution. */
function isPart(child: Entry): boolean {
  return isHeading(child) && (child.children.length > 0 || rolesOf(child) !== undefined)
}

function toPart(child: Entry): PlanTaskPart {
  const { title, rest } = titleOf(child)
  const part: PlanTaskPart = {
    letter: child.label === '' ? null : child.label,
    title,
    solutions: rest === '' ? [] : [rest],
    lead: [],
    coordinating: [],
  }
  readOwnRoles(child, part)
  child.children.forEach((grandchild) => readSolution(grandchild, part))
  return part
}

function texts(entry: Entry): string[] {
  return entry.children.map((child) => child.text)
}
