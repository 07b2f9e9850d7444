import type { PlanReading } from '../../shared/contract.ts'
import type { DraftContent, PlanDraft } from '../../shared/drafting.ts'
import { type DraftPart, mergeDrafts } from '../../shared/merge-drafts.ts'
import { emptyTask } from './filing-draft.ts'

/** What stands on the page: the draft as it was opened, and what has been typed since. */
export type Editing = { opened: PlanDraft; content: DraftContent; clashes: DraftPart[] | null }

export function openDraft(draft: PlanDraft): Editing {
  return { opened: draft, content: draft.content, clashes: null }
}

export function isChanged({ opened, content }: Editing): boolean {
  return opened.content !== content && JSON.stringify(opened.content) !== JSON.stringify(content)
}

/** The other hand's version under what was typed here. */
export function takeTheirs({ opened, content }: Editing, theirs: PlanDraft): Editing {
  const merged = mergeDrafts(opened.content, theirs.content, content)
  return { opened: theirs, content: merged.content, clashes: merged.clashes }
}

export function withReading(content: DraftContent, change: Partial<PlanReading>): DraftContent {
  return { ...content, reading: { ...content.reading, ...change } }
}

export function addDraftTarget(content: DraftContent): DraftContent {
  const { targets, period } = content.reading
  const target = {
    ...{ text: '', measure: '', comparator: 'ge' as const, value: 0, valueTo: null, unit: '%' },
    ...{ year: period?.to ?? null, numerator: null, denominator: null, section: null },
  }
  return {
    ...withReading(content, { targets: [...targets, target] }),
    links: [...content.links, { way: 'by-hand', indicatorCode: null }],
    targetOrigins: [...content.targetOrigins, null],
  }
}

export function removeDraftTarget(content: DraftContent, index: number): DraftContent {
  return {
    ...withReading(content, { targets: without(content.reading.targets, index) }),
    links: without(content.links, index),
    targetOrigins: without(content.targetOrigins, index),
  }
}

export function addDraftTask(content: DraftContent): DraftContent {
  const { tasks } = content.reading
  const task = { ...emptyTask, number: String(tasks.length + 1) }
  return { ...withReading(content, { tasks: [...tasks, task] }), taskOrigins: [...content.taskOrigins, null] }
}

/** The tasks after it move up by one number. */
export function removeDraftTask(content: DraftContent, index: number): DraftContent {
  const tasks = without(content.reading.tasks, index).map((task, at) => ({ ...task, number: String(at + 1) }))
  return { ...withReading(content, { tasks }), taskOrigins: without(content.taskOrigins, index) }
}

export function without<One>(list: readonly One[], index: number): One[] {
  return list.filter((_, at) => at !== index)
}

export function replaced<One>(list: readonly One[], index: number, next: One): One[] {
  return list.map((one, at) => (at === index ? next : one))
}

/** `Sở Y tế (b/c)` and back; `Lưu: ...` is the archive line. */
export function recipientLine({ name, role }: PlanReading['recipients'][number]): string {
  return role === null || role === 'lưu' ? name : `${name} (${role})`
}

export function toRecipient(line: string): PlanReading['recipients'][number] {
  if (/^lưu\s*:/iu.test(line)) return { name: line, role: 'lưu' }
  const [, name, role] = /^(.*\S)\s*\(([^()]{1,12})\)$/.exec(line) ?? []
  return name && role ? { name, role } : { name: line, role: null }
}
