import type { LateWorkSource } from '#modules/organisations/server/public.ts'
import type { ReminderSource } from '#modules/tasks/server/public.ts'
import type { Duty } from '../shared/contract.ts'
import { dutyPeriodName } from '../shared/periods.ts'
import { listOpenDuties } from './read.ts'

/** A returned report is corrected where it stands; everything else begins on the page of the duties. */
function pageOf({ state, reportId }: Duty): string {
  return state === 'returned' && reportId !== null ? `/reports/${reportId}` : '/duties'
}

/** Reports of the own unit that are late, returned or due soon, for whoever writes reports. */
export const dutyReminders: ReminderSource = {
  key: 'duties',
  needs: 'reports.write',
  list: async (db, { area, today }) =>
    (await listOpenDuties(db, { areaId: area.id, today })).map((duty) => ({
      ...{ key: `duty ${duty.code} ${duty.period}`, areaId: area.id, personId: null },
      text: `${duty.state === 'returned' ? 'Sửa và gửi lại: ' : ''}${duty.name}, ${dutyPeriodName(duty.period)}`,
      // Returned without a day of its own: the work lies here now.
      dueOn: duty.dueOn ?? today,
      url: pageOf(duty),
    })),
}

/** Late reports, for matters of responsibility of heads (R19). */
export const lateReports: LateWorkSource = {
  about: 'report',
  needs: 'reports.read',
  list: (db, place) => dutyReminders.list(db, place),
}
