import { writeFile } from 'node:fs/promises'
import { newId } from '#base/id.ts'
import { type CliArguments, type CliContext, requireOption, WrongCall } from '#platform/cli/command.ts'
import { type Db, everywhere } from '#platform/db/types.ts'
import { writeDocx } from '#platform/documents/docx.ts'
import { writePdf } from '#platform/documents/pdf.ts'
import type { OfficialDocument } from '#platform/documents/tree.ts'
import { systemActor } from '#modules/accounts/server/public.ts'
import { findAreaByCode } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { IssueDraft, type PlanDraft, type PlanPeriod, type StartDraft } from '../shared/drafting.ts'
import { plansProblem } from '../shared/problems.ts'
import { startDraft } from './drafts.ts'
import { issueDraft } from './issue-draft.ts'
import { planDocument } from './plan-document.ts'
import { findDraft, listDrafts, type StoredDraft } from './queries-drafts.ts'
import { findPlan, findPlanId } from './queries.ts'

/** `plan derive --from 3 --area 23500 --period 2026`: a draft from a plan above, an earlier plan or a template. */
export async function deriveByCommand(args: CliArguments, context: CliContext): Promise<number> {
  const period = toPeriod(requireOption(args, 'period'))
  const area = await placeOf(args, context)
  const ground = await context.reading(everywhere, (db) => groundOf(db, args))
  const draft = await context.writing(area, (tx) =>
    startDraft({ actor: systemActor(area), tx, clock: context.clock }, { id: newId(), ...ground, period }),
  )
  const out = args.options['out']
  if (out !== undefined)
    await writeFile(out, await fileOf(planDocument(draft.content.reading, period.from), out))
  context.print(args.options['json'] ? asJson(draft, out) : inWords(draft, out))
  return 0
}

async function placeOf(args: CliArguments, context: CliContext): Promise<Area> {
  const code = requireOption(args, 'area')
  const area = await context.reading(everywhere, (db) => findAreaByCode(db, code, context.clock.today()))
  if (!area) throw plansProblem('plans.area-unknown', { code })
  return area
}

async function groundOf(db: Db, args: CliArguments): Promise<Omit<StartDraft, 'id' | 'period'>> {
  const { from, earlier, template } = args.options
  const parentId = from === undefined ? null : await idOf(db, from)
  const rest = { parentId, earlierId: null, templateCode: null }
  if (earlier !== undefined) return { ...rest, source: 'last-year', earlierId: await idOf(db, earlier) }
  if (template !== undefined) return { ...rest, source: 'template', templateCode: template }
  return { ...rest, source: parentId === null ? 'blank' : 'parent' }
}

async function idOf(db: Db, no: string): Promise<string> {
  const id = /^\d{1,9}$/.test(no) ? await findPlanId(db, Number(no), everywhere) : undefined
  if (id === undefined) throw plansProblem('plans.not-found')
  return id
}

function toPeriod(text: string): PlanPeriod {
  const [, from, to = from] = /^(20\d{2})(?:-(20\d{2}))?$/.exec(text) ?? []
  if (!from || !to || from > to) throw new WrongCall('Giai đoạn phải viết như 2026 hoặc 2026-2030.')
  return { from: Number(from), to: Number(to) }
}

function asJson({ id, title, content, warnings, comparison }: PlanDraft, out: string | undefined): string {
  const { targets, tasks } = content.reading
  const counts = { targets: targets.length, tasks: tasks.length }
  return JSON.stringify({ id, title, ...counts, warnings, comparison, out: out ?? null }, null, 2)
}

function inWords({ title, content, warnings }: PlanDraft, out: string | undefined): string {
  const { targets, tasks } = content.reading
  return [
    `Đã lập bản thảo: ${title} (${targets.length} chỉ tiêu, ${tasks.length} nhiệm vụ).`,
    ...warnings.map(({ message }) => `  Cần xem: ${message}`),
    ...(out === undefined ? [] : [`Tệp: ${out}`]),
  ].join('\n')
}

/** `plan issue --area 23500 --number 12 --date 2026-01-20 --signer NAME`: the draft becomes a filed plan. */
export async function issueByCommand(args: CliArguments, context: CliContext): Promise<number> {
  const signed = IssueDraft.omit({ version: true }).safeParse({
    planId: newId(),
    number: requireOption(args, 'number'),
    date: requireOption(args, 'date'),
    signer: requireOption(args, 'signer'),
  })
  if (!signed.success) throw new WrongCall('Số văn bản, ngày ký (như 2026-01-20) hoặc người ký chưa đúng.')
  const area = await placeOf(args, context)
  const plan = await context.writing(area, async (tx) => {
    const { id, version } = await openDraftOf(tx, area, args.options['draft'])
    const acting = { actor: systemActor(area), tx, clock: context.clock }
    return issueDraft(acting, id, { ...signed.data, version })
  })
  const { no, id, title, number, symbol } = plan
  context.print(
    args.options['json']
      ? JSON.stringify({ no, id, title, number, symbol })
      : `Đã ban hành kế hoạch ${String(no)}: ${title}, số ${number ?? ''}/${symbol ?? ''}.`,
  )
  return 0
}

/** The draft that is named, or the only one that the unit has not issued. */
async function openDraftOf(db: Db, area: Area, named: string | undefined): Promise<StoredDraft> {
  const open = (await listDrafts(db, area)).filter(({ areaId }) => areaId === area.id)
  const wanted = named === undefined ? open : open.filter(({ id }) => id === named)
  const [draft, another] = wanted
  if (another)
    throw plansProblem('plans.drafts-several', {
      area: area.name,
      ids: wanted.map(({ id }) => id).join(', '),
    })
  const stored = draft && (await findDraft(db, draft.id, area))
  if (!stored) throw plansProblem('plans.draft-not-found')
  return stored
}

/** `plan document --plan 3 --out FILE.docx`: a filed plan as an official document. */
export async function documentByCommand(args: CliArguments, context: CliContext): Promise<number> {
  const [no, out] = [requireOption(args, 'plan'), requireOption(args, 'out')]
  const plan = await context.reading(everywhere, async (db) => {
    const found = await findPlan(db, await idOf(db, no), everywhere)
    if (!found) throw plansProblem('plans.not-found')
    return found
  })
  const year = Number((plan.date ?? context.clock.today()).slice(0, 4))
  await writeFile(out, await fileOf(planDocument(plan.reading, year), out))
  const { id, title } = plan
  context.print(
    args.options['json'] ? JSON.stringify({ id, title, out }) : `Đã ghi kế hoạch ${no} ra tệp ${out}.`,
  )
  return 0
}

function fileOf(document: OfficialDocument, out: string): Promise<Uint8Array> {
  if (/\.docx$/i.test(out)) return writeDocx(document)
  if (/\.pdf$/i.test(out)) return writePdf(document)
  throw new WrongCall('Tên tệp phải kết thúc bằng .docx hoặc .pdf.')
}
