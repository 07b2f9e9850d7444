import { z } from 'zod'
import { command, query, type Route } from '#platform/http/route.ts'
import { getArea } from '#modules/areas/server/public.ts'
import {
  Done,
  DutiesBelow,
  DutiesOfUnit,
  DutyCode,
  MarkByHand,
  RecordEvent,
  SendersOfDuty,
  SetDueDay,
  Year,
} from '../shared/contract.ts'
import { DutyPeriod } from '../shared/periods.ts'
import { dutiesProblem } from '../shared/problems.ts'
import { Regime } from '../shared/regime.ts'
import { markByHand, recordEvent, setDueDay, takeBackMark } from './commands.ts'
import { dutiesBelow, dutiesOfPlace, listSenders } from './read.ts'
import { currentRegime } from './regime.ts'
import { urgentRoutes } from './routes-urgent.ts'

const OneDuty = z.object({ code: DutyCode, period: DutyPeriod })

export const dutiesRoutes: Route[] = [
  query({
    url: '/duties',
    needs: 'reports.read',
    search: z.object({ year: Year.optional() }),
    reply: DutiesOfUnit,
    handle: async ({ db, actor, clock }, { search }) => {
      const today = clock.today()
      const area = await getArea(db, actor.area.id)
      return dutiesOfPlace(db, area, { year: search.year ?? Number(today.slice(0, 4)), today })
    },
  }),
  query({
    url: '/duties/below',
    needs: 'reports.read',
    search: z.object({ year: Year.optional() }),
    reply: DutiesBelow,
    handle: async ({ db, actor, clock }, { search }) => {
      if (!hasUnitsBelow(actor.area.kind)) throw dutiesProblem('duties.no-units-below')
      const today = clock.today()
      const area = await getArea(db, actor.area.id)
      return dutiesBelow(db, area, { year: search.year ?? Number(today.slice(0, 4)), today })
    },
  }),
  query({
    url: '/duties/below/units',
    needs: 'reports.read',
    search: OneDuty,
    reply: SendersOfDuty,
    handle: ({ db, actor, clock }, { search }) => {
      if (!hasUnitsBelow(actor.area.kind)) throw dutiesProblem('duties.no-units-below')
      const { code: regimeCode, period } = search
      return listSenders(db, { areaId: actor.area.id, regimeCode, period, today: clock.today() })
    },
  }),
  query({
    url: '/duties/regime',
    needs: 'reports.read',
    reply: Regime,
    handle: async () => currentRegime(),
  }),
  command('POST', {
    url: '/duties/sent',
    needs: 'reports.write',
    body: MarkByHand,
    reply: Done,
    handle: (context, { body }) => markByHand(context, body),
  }),
  command('DELETE', {
    url: '/duties/sent/:code/:period',
    needs: 'reports.write',
    params: OneDuty,
    reply: Done,
    handle: (context, { params }) => takeBackMark(context, params),
  }),
  command('PUT', {
    url: '/duties/days',
    needs: 'reports.write',
    body: SetDueDay,
    reply: Done,
    handle: (context, { body }) => setDueDay(context, body),
  }),
  command('POST', {
    url: '/duties/events',
    needs: 'reports.write',
    body: RecordEvent,
    reply: Done,
    handle: (context, { body }) => recordEvent(context, body),
  }),
  ...urgentRoutes,
]

function hasUnitsBelow(kind: string): boolean {
  return kind === 'province' || kind === 'nation'
}
