import { newId } from '#base/id.ts'
import type { Client, Reply } from './app.ts'

const secretEvent = 'Trẻ bị đánh sau nhà rông Kon Trang'

/** Told in an urgent report, and the number of a document that was sent another way. */
export const dutySecrets = [secretEvent, 'Báo cáo mật số 77/BC-TYT']

/** A report that was sent on paper, the day of a letter, a forum, and an urgent report of the commune. */
export async function fillDuties(officer: Client): Promise<Reply[]> {
  const sent = { code: 'epi-month', period: '2026-05', sentOn: '2026-06-03', document: dutySecrets[1] }
  const day = {
    code: 'ecd-half',
    level: 'commune',
    period: '2026-H1',
    dueOn: '2026-06-25',
    source: 'Thông báo',
  }
  const urgent = {
    ...{
      kind: 'violence',
      sex: 'female',
      ageYears: 6,
      happenedAt: null,
      learnedAt: '2026-06-14T08:00:00+07:00',
    },
    ...{ placeKind: 'community', place: null, cause: null, activity: null, supervised: 'unknown' },
    ...{ diedOn: null, harmedBy: 'other', inDanger: false, what: secretEvent, measures: 'Đã báo công an' },
    ...{ source: 'collaborator', told: [] },
  }
  return [
    await officer.post('/duties/sent', { id: newId(), ...sent }),
    await officer.put('/duties/days', { id: newId(), ...day }),
    await officer.post('/duties/events', {
      ...{ id: newId(), code: 'forum-xa', happenedAt: '2026-06-06T08:00:00+07:00' },
    }),
    await officer.post('/duties/urgent', { id: newId(), ...urgent }),
  ]
}
