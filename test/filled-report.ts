import { newId } from '#base/id.ts'
import type { Client, Reply } from './app.ts'
import type { TestDatabase } from './database.ts'

/** A report with everything that can be in one: numbers, words, a file, a question of the province, a reason; sent. */
export async function fillReport({ owner }: TestDatabase, officer: Client, planId: string): Promise<Reply[]> {
  const id = newId()
  const typed = { source: 'typed', value: 0, reason: 'Theo sổ của trạm', version: 0 }
  const file = { name: 'phu-luc.pdf', bytes: Buffer.from('%PDF-1.7\n') }
  const replies = [
    await officer.post('/reports', { id, planId, period: '2026-H1' }),
    await officer.put(`/reports/${id}/cells/communication.total.talks`, typed),
    await officer.put(`/reports/${id}/sections/1.1`, { text: 'Đã ban hành 2 văn bản.', version: 0 }),
    await officer.upload(`/reports/${id}/files`, file, { id: newId(), kind: 'attached' }),
  ]
  // The province asks and a warning is explained; neither comes about in one commune by itself.
  await owner.query(
    `insert into reports_reasons (report_id, finding, area_lft, seen, reason, by, by_name, at)
     select id, 'jump:children.total.male', area_lft, '1 → 20', 'Đã đối chiếu', created_by, 'Lan', created_at
     from reports where id = $1`,
    [id],
  )
  await owner.query(
    `insert into reports_comments (report_id, id, area_lft, about, text, by, by_name, by_place, at, answer,
       answered_by_name, answered_at)
     select id, $2, area_lft, 'report', 'Đề nghị bổ sung', created_by, 'Thu', 'Quảng Ngãi', created_at, 'Đã bổ sung',
       'Lan', created_at from reports where id = $1`,
    [id, newId()],
  )
  return [...replies, await officer.post(`/reports/${id}/steps`, { id: newId(), kind: 'send' })]
}
