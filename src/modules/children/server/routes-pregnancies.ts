import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import {
  AddPregnancy,
  EditPregnancy,
  EndPregnancy,
  ListPregnancies,
  Pregnancy,
  RecordBirth,
} from '../shared/contract-pregnancies.ts'
import { addPregnancy, editPregnancy, endPregnancy, getPregnancy, recordBirth } from './pregnancies.ts'
import { listPregnancies } from './queries-pregnancies.ts'

const One = z.object({ pregnancyId: Id })

export const pregnancyRoutes: Route[] = [
  query({
    url: '/children/pregnancies',
    needs: 'children.read',
    search: ListPregnancies,
    reply: z.array(Pregnancy),
    reads: (found) => found.flatMap(({ childIds }) => childIds),
    handle: ({ db }, { search }) => listPregnancies(db, search),
  }),
  query({
    url: '/children/pregnancies/:pregnancyId',
    needs: 'children.read',
    params: One,
    reply: Pregnancy,
    reads: ({ childIds }) => childIds,
    handle: ({ db }, { params }) => getPregnancy(db, params.pregnancyId),
  }),
  command('POST', {
    url: '/children/pregnancies',
    needs: 'children.write',
    body: AddPregnancy,
    reply: Pregnancy,
    handle: (context, { body }) => addPregnancy(context, body),
  }),
  command('PUT', {
    url: '/children/pregnancies/:pregnancyId',
    needs: 'children.write',
    params: One,
    body: EditPregnancy,
    reply: Pregnancy,
    handle: (context, { params, body }) => editPregnancy(context, { id: params.pregnancyId, input: body }),
  }),
  command('PUT', {
    url: '/children/pregnancies/:pregnancyId/end',
    needs: 'children.write',
    params: One,
    body: EndPregnancy,
    reply: Pregnancy,
    handle: (context, { params, body }) => endPregnancy(context, { id: params.pregnancyId, input: body }),
  }),
  command('POST', {
    url: '/children/pregnancies/:pregnancyId/birth',
    needs: 'children.write',
    params: One,
    body: RecordBirth,
    reply: Pregnancy,
    handle: (context, { params, body }) => recordBirth(context, { id: params.pregnancyId, input: body }),
  }),
]
