import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query } from '#platform/http/route.ts'
import { communeFor, loadSample, removeSample, sampleState } from './load.ts'

/** Invented data to look around with: loaded and removed in one step, marked on every page while they are there. */
export const sampleRoutes = [
  query({
    url: '/status',
    needs: 'signed-in',
    reply: z.object({ sample: z.boolean() }),
    handle: async ({ actor, db }) => ({ sample: (await sampleState(db, actor.area)).loaded }),
  }),
  query({
    url: '/sample',
    needs: 'sample.manage',
    reply: z.object({ loaded: z.boolean(), children: z.int(), communes: z.array(z.string()) }),
    handle: ({ actor, db }) => sampleState(db, actor.area),
  }),
  command('POST', {
    url: '/sample',
    needs: 'sample.manage',
    body: z.object({ communeId: Id.nullable().default(null) }),
    reply: z.object({
      children: z.int(),
      services: z.int(),
      measurements: z.int(),
      communeName: z.string(),
    }),
    handle: async (context, { body }) => {
      const today = context.clock.today()
      const commune = await communeFor(context.tx, context.actor, body.communeId, today)
      return loadSample(context, commune, { today })
    },
  }),
  command('DELETE', {
    url: '/sample',
    needs: 'sample.manage',
    reply: z.object({ removed: z.int() }),
    handle: (context) => removeSample(context, context.actor.area, context.clock.today()),
  }),
]
