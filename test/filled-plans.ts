import { newId } from '#base/id.ts'
import type { Client, Reply } from './app.ts'
import { places } from './people.ts'

/** A draft, whom a plan obliges, who needs none, a share of a target, and a document of the commune with a file. */
export async function fillPlans(
  officer: Client,
  { planId, targetId }: { planId: string; targetId: string },
): Promise<Reply[]> {
  const start = { parentId: planId, earlierId: null, templateCode: null, period: { from: 2026, to: 2026 } }
  const obligations = [{ whom: { kind: 'units' }, dueOn: '2026-03-31', text: 'Các thôn lập kế hoạch' }]
  const excuse = { key: places.konTrangVillage, reason: 'Thôn dùng kế hoạch của xã' }
  const units = [{ unitId: places.konTrangVillage, value: 95, baseline: null }]
  const documentId = newId()
  const dates = { issuedOn: '2026-02-03', inForceOn: null, endedOn: null, endedNote: null }
  const document = { kind: 'decision', number: '31/QĐ-UBND', issuer: 'UBND xã', title: 'Giao việc', ...dates }
  const file = { name: 'quyet-dinh.txt', bytes: Buffer.from('QUYẾT ĐỊNH') }
  return [
    await officer.post('/plan-drafts', { id: newId(), source: 'parent', ...start }),
    await officer.put(`/plans/${planId}/cascade`, { version: 0, obligations }),
    await officer.post(`/plans/${planId}/exemptions`, excuse),
    await officer.put(`/plans/${planId}/targets/${targetId}/split`, { way: 'hand', units }),
    await officer.post('/library', { id: documentId, ...document }),
    await officer.post(`/library/${documentId}/relations`, { toId: planId, kind: 'carries-out' }),
    await officer.upload(`/library/${documentId}/file`, file),
  ]
}
