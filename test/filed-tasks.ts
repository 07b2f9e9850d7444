import { readFile } from 'node:fs/promises'
import { newId } from '#base/id.ts'
import { PlacedReading } from '#modules/plans/shared/contract.ts'
import { FiledPlan } from '#modules/plans/shared/filing.ts'
import { nothingSet, Work, type WorkLine } from '#modules/tasks/shared/contract.ts'
import { Review } from '#modules/tasks/shared/reviews.ts'
import type { Client, Reply } from './app.ts'

/** Reads and files one of the plans of the tests for the place of the person. */
export async function filePlanOf(client: Client, fixture: string): Promise<FiledPlan> {
  const bytes = await readFile(`src/modules/plans/shared/fixtures/${fixture}.txt`)
  const read = await client.upload('/plans/read', { name: `${fixture}.txt`, bytes })
  const { text: sourceText, reading } = PlacedReading.parse(read.body)
  const links = reading.targets.map(() => ({ way: 'by-hand', indicatorCode: null }))
  const about = { id: newId(), sourceName: `${fixture}.txt`, sourceText, reading, links }
  const { status, body } = await client.post('/plans', {
    ...about,
    confirmedEmpty: ['number', 'date', 'issuer'],
  })
  if (status !== 200) throw new Error(`the plan could not be filed: ${status} ${JSON.stringify(body)}`)
  return FiledPlan.parse(body)
}

/** Two tasks, led by the division for culture and society and by the health station of a commune. */
export const communePlan = 'commune-plan-wrapped-2026'
/** Two tasks of a province; the first also of its communes. */
export const provincePlan = 'province-plan-tables-2026'

/** What only Kon Trang's own people may read of its tasks. */
export const taskSecrets = ['Đập tràn Kon Hring', 'Vướng đất làm sân chơi Kon Trang'] as const

/** A task with its history, comment and evidence, an event, a difficulty, and a plan reviewed, closed and reopened. */
export async function fillTasks(officer: Client, areaId: string): Promise<Reply[]> {
  const { body: work } = await officer.get('/tasks/work')
  const [secret, difficulty] = taskSecrets
  const lines: readonly WorkLine[] = Work.parse(work).lines
  const line = lines.find(({ coordinating }) => coordinating.length > 0) ?? lines[0]
  if (!line) throw new Error('the place has no task')
  const { itemId, planId } = line
  const part = { id: newId(), body: line.coordinating[0]?.name ?? '', text: secret, isDone: false }
  const address = `/tasks/${areaId}/${itemId}`
  const change = { ...nothingSet, id: newId(), version: 0, risk: secret }
  const activity = { id: newId(), title: secret, startsOn: null, dueOn: '2026-07-01', product: null }
  const event = {
    id: newId(),
    areaId,
    kind: 'meeting',
    // What a commune calls for, its villages read.
    title: 'Giao ban tháng',
    startsOn: '2026-06-20',
    endsOn: '2026-06-20',
  }
  const sent = { id: newId(), areaId, title: difficulty, message: secret, planId, planTaskId: null }
  const review = { id: newId(), planId, kind: 'final', asOf: '2026-06-14' }
  const begun = await officer.post('/reviews', review)
  const targets = Review.parse(begun.body).subjects.filter(({ kind }) => kind === 'target')
  const verdict = { verdict: 'missed', conclusion: secret, lessons: null, version: 0 }
  const concluded: Reply[] = []
  for (const { id } of targets)
    concluded.push(await officer.put(`/reviews/${review.id}/conclusions/${id}`, verdict))
  return [
    await officer.put(address, change),
    await officer.post(`${address}/activities`, { ...activity, leadId: null, staffId: null }),
    await officer.post(`${address}/contributions`, part),
    await officer.post(`${address}/comments`, { id: newId(), comment: secret }),
    await officer.upload(
      `${address}/evidence`,
      { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7') },
      { id: newId() },
    ),
    await officer.post('/calendar/events', { ...event, atTime: null, place: 'Hội trường xã', note: null }),
    await officer.post('/difficulties', sent),
    begun,
    ...concluded,
    await officer.post(`/reviews/${review.id}/closure`, { id: newId() }),
    await officer.post(`/reviews/of-plan/${planId}/reopening`, { why: 'Còn một báo cáo chưa tính' }),
  ]
}
