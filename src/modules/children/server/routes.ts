import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, commandTogether, download, query, type Route } from '#platform/http/route.ts'
import {
  Child,
  ChildHistory,
  ChildrenFound,
  CloseChild,
  EditChild,
  FindDuplicates,
  PossibleDuplicate,
  RegisterChild,
  SearchChildren,
  Sex,
  Poverty,
} from '../shared/contract.ts'
import { closeChild, editChild, findDuplicates, getChild, reopenChild } from './commands.ts'
import { exportChildren } from './export-children.ts'
import { importRoutes } from './routes-import.ts'
import { searchChildren } from './list-children.ts'
import { listHistory } from './queries-history.ts'
import { registerTogether } from './register-together.ts'

const OneChild = z.object({ childId: Id })
const seenChild = (child: Child) => [child.id]

export const childrenRoutes: Route[] = [
  ...importRoutes,
  command('POST', {
    url: '/children/search',
    needs: 'children.read',
    body: SearchChildren,
    reply: ChildrenFound,
    reads: ({ children }) => children.map(({ id }) => id),
    handle: ({ actor, tx, clock }, { body }) => searchChildren({ db: tx, actor, today: clock.today() }, body),
  }),
  command('POST', {
    url: '/children/possible-duplicates',
    needs: 'children.write',
    body: FindDuplicates,
    reply: z.array(PossibleDuplicate),
    reads: (found) => found.map(({ child }) => child.id),
    handle: ({ actor, tx, clock }, { body }) => findDuplicates({ actor, db: tx, clock }, body),
  }),
  download({
    url: '/children/export',
    needs: 'children.export',
    search: z.object({
      communeId: Id.optional(),
      villageId: Id.optional(),
      sex: Sex.optional(),
      poverty: Poverty.optional(),
      fromYears: z.coerce.number().int().min(0).max(16).optional(),
      toYears: z.coerce.number().int().min(0).max(16).optional(),
    }),
    handle: ({ actor, db, clock }, { search }) => exportChildren({ db, actor, today: clock.today() }, search),
  }),
  commandTogether('POST', {
    url: '/children',
    needs: 'children.write',
    body: RegisterChild,
    reply: Child,
    handle: registerTogether,
  }),
  query({
    url: '/children/:childId',
    needs: 'children.read',
    params: OneChild,
    reply: Child,
    reads: seenChild,
    handle: ({ actor, db }, { params }) => getChild(db, actor, params.childId),
  }),
  command('PUT', {
    url: '/children/:childId',
    needs: 'children.write',
    params: OneChild,
    body: EditChild,
    reply: Child,
    handle: (context, { params, body }) => editChild(context, { childId: params.childId, input: body }),
  }),
  command('PUT', {
    url: '/children/:childId/leaving',
    needs: 'children.write',
    params: OneChild,
    body: CloseChild,
    reply: Child,
    handle: (context, { params, body }) => closeChild(context, { childId: params.childId, input: body }),
  }),
  command('DELETE', {
    url: '/children/:childId/leaving',
    needs: 'children.write',
    params: OneChild,
    reply: Child,
    handle: (context, { params }) => reopenChild(context, params.childId),
  }),
  query({
    url: '/children/:childId/history',
    needs: 'children.read',
    params: OneChild,
    reply: ChildHistory,
    reads: (_, { params }) => [params.childId],
    handle: async ({ actor, db }, { params }) =>
      listHistory(db, (await getChild(db, actor, params.childId)).id),
  }),
]
