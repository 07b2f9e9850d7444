import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import {
  EditHousehold,
  Household,
  HouseholdYearSet,
  SetHouseholdYear,
} from '../shared/contract-households.ts'
import { editHousehold, getHousehold, setHouseholdYear } from './households.ts'

const OneHousehold = z.object({ householdId: Id })
const shown = ({ children }: Household) => children.map(({ id }) => id)

export const householdRoutes: Route[] = [
  query({
    url: '/households/:householdId',
    needs: 'children.read',
    params: OneHousehold,
    reply: Household,
    reads: shown,
    handle: ({ db }, { params }) => getHousehold(db, params.householdId),
  }),
  command('PUT', {
    url: '/households/:householdId',
    needs: 'children.write',
    params: OneHousehold,
    body: EditHousehold,
    reply: Household,
    reads: shown,
    handle: (context, { params, body }) => editHousehold(context, { ...params, input: body }),
  }),
  command('POST', {
    url: '/households/:householdId/years',
    needs: 'children.write',
    params: OneHousehold,
    body: SetHouseholdYear,
    reply: HouseholdYearSet,
    reads: ({ household }) => shown(household),
    handle: (context, { params, body }) => setHouseholdYear(context, { ...params, input: body }),
  }),
]
