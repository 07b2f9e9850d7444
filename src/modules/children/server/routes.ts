import { z } from 'zod'
import { Id } from '#base/id.ts'
import {
  command,
  commandTogether,
  download,
  query,
  question,
  type Reading,
  type Route,
  type Writing,
} from '#platform/http/route.ts'
import { seenChild, seenHistory } from '../shared/confidential.ts'
import {
  Child,
  ChildHistory,
  ChildrenFound,
  CleaningCounts,
  CleaningRule,
  CloseChild,
  Education,
  EditChild,
  FindDuplicates,
  ListColumn,
  ListFlag,
  PossibleDuplicate,
  RegisterChild,
  SearchChildren,
  Sex,
  Poverty,
} from '../shared/contract.ts'
import { Timeline } from '../shared/contract-timeline.ts'
import { closeChild, editChild, findDuplicates, getChild, reopenChild } from './commands.ts'
import { exportChildren } from './export-children.ts'
import { classRoutes } from './routes-classes.ts'
import { confidentialRoutes } from './routes-confidential.ts'
import { factRoutes } from './routes-facts.ts'
import { householdRoutes } from './routes-households.ts'
import { importRoutes } from './routes-import.ts'
import { mergeRoutes } from './routes-merge.ts'
import { moveRoutes } from './routes-moves.ts'
import { pregnancyRoutes } from './routes-pregnancies.ts'
import { getSight } from './openings.ts'
import { searchChildren } from './list-children.ts'
import { countFaults } from './queries-cleaning.ts'
import { listHistory } from './queries-history.ts'
import { registerTogether } from './register-together.ts'
import { timelineOf } from './timeline.ts'

const OneChild = z.object({ childId: Id })
const shownChild = (child: Child) => [child.id]

/** The child as the asker may see it. */
async function asSeen({ actor, clock, ...scope }: Reading | Writing, found: Promise<Child>): Promise<Child> {
  const child = await found
  // Of this page only the number may be hidden: who always sees it needs no opening.
  if (actor.capabilities.has('children.identity')) return child
  const db = 'tx' in scope ? scope.tx : scope.db
  return seenChild(child, await getSight({ actor, clock, db }, child.id))
}

export const childrenRoutes: Route[] = [
  ...importRoutes,
  ...confidentialRoutes,
  ...mergeRoutes,
  ...factRoutes,
  ...classRoutes,
  ...moveRoutes,
  ...householdRoutes,
  ...pregnancyRoutes,
  question({
    url: '/children/search',
    needs: 'children.read',
    body: SearchChildren,
    reply: ChildrenFound,
    reads: ({ children }) => children.map(({ id }) => id),
    handle: ({ actor, db, clock }, { body }) => searchChildren({ db, actor, today: clock.today() }, body),
  }),
  question({
    url: '/children/possible-duplicates',
    needs: 'children.write',
    body: FindDuplicates,
    reply: z.array(PossibleDuplicate),
    reads: (found) => found.map(({ child }) => child.id),
    handle: (context, { body }) => findDuplicates(context, body),
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
      education: Education.optional(),
      flag: ListFlag.optional(),
      lacks: CleaningRule.optional(),
      /** Ids with commas between: those ticked in a list. */
      ids: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(Id).max(200))
        .optional(),
      /** Columns with commas between; all of them when none is named. */
      columns: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(ListColumn))
        .optional(),
    }),
    handle: ({ actor, db, clock }, { search }) => exportChildren({ db, actor, today: clock.today() }, search),
  }),
  query({
    url: '/children/cleaning',
    needs: 'children.read',
    reply: CleaningCounts,
    handle: ({ db, actor, clock }) => countFaults(db, { range: actor.area, today: clock.today() }),
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
    reads: shownChild,
    handle: (context, { params }) => asSeen(context, getChild(context.db, context.actor, params.childId)),
  }),
  command('PUT', {
    url: '/children/:childId',
    needs: 'children.write',
    params: OneChild,
    body: EditChild,
    reply: Child,
    handle: (context, { params, body }) =>
      asSeen(context, editChild(context, { childId: params.childId, input: body })),
  }),
  command('PUT', {
    url: '/children/:childId/leaving',
    needs: 'children.write',
    params: OneChild,
    body: CloseChild,
    reply: Child,
    handle: (context, { params, body }) =>
      asSeen(context, closeChild(context, { childId: params.childId, input: body })),
  }),
  command('DELETE', {
    url: '/children/:childId/leaving',
    needs: 'children.write',
    params: OneChild,
    reply: Child,
    handle: (context, { params }) => asSeen(context, reopenChild(context, params.childId)),
  }),
  query({
    url: '/children/:childId/history',
    needs: 'children.read',
    params: OneChild,
    reply: ChildHistory,
    reads: (_, { params }) => [params.childId],
    handle: async ({ actor, db, clock }, { params }) => {
      const { id } = await getChild(db, actor, params.childId)
      return seenHistory(await listHistory(db, id), await getSight({ actor, db, clock }, id))
    },
  }),
  query({
    url: '/children/:childId/timeline',
    needs: 'children.read',
    params: OneChild,
    reply: Timeline,
    reads: (_, { params }) => [params.childId],
    handle: (context, { params }) => timelineOf(context, params.childId),
  }),
]
