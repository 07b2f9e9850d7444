import { newId } from '#base/id.ts'
import type { Client, Reply } from './app.ts'
import type { TestDatabase } from './database.ts'

/** What the family said of the first child, and rows that only the person in charge of data may write. */
export async function fillPrivacy(
  { owner }: TestDatabase,
  officer: Client,
  [childId = '']: readonly string[],
): Promise<Reply[]> {
  const person = { capacity: 'mother', givenBy: 'Đinh Thị Huyền Diệu', requester: 'Đinh Thị Huyền Diệu' }
  const consent = {
    ...{ ...person, id: newId(), purpose: 'photo', decision: 'given', wordingEdition: '2026-11' },
    ...{ givenOn: '2026-06-10', childVoice: 'not-asked', proof: 'signed-paper', proofNote: null },
  }
  const request = {
    ...{ ...person, id: newId(), kind: 'view', receivedOn: '2026-06-10', receivedHow: 'in-person' },
    ...{ identityProof: 'Căn cước', words: 'Xin xem hồ sơ của con', withProcessor: false },
  }
  await owner.query(
    `insert into privacy_breaches (id, area_id, area_lft, noticed_at, notify_by, kind, what, categories, recorded_by)
     select $1, a.id, c.area_lft, now(), now() + interval '72 hours', 'device', 'Mất máy', '{basic}', $1
     from children c join areas a on a.id = c.commune_id where c.id = $2`,
    [newId(), childId],
  )
  await owner.query(
    `insert into privacy_breach_children (child_id, breach_id, area_lft, recorded_by)
     select c.id, b.id, c.area_lft, $1 from children c, privacy_breaches b where c.id = $2`,
    [newId(), childId],
  )
  await owner.query(
    `insert into privacy_erasures (child_id, id, area_lft, ground, counts, erased_by, erased_at)
     select id, $1, area_lft, 'registered-by-mistake', '{}', $1, now() from children where id = $2`,
    [newId(), childId],
  )
  return [
    await officer.post(`/privacy/children/${childId}/consents`, consent),
    await officer.post(`/privacy/children/${childId}/requests`, request),
  ]
}
