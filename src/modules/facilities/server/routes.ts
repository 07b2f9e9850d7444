import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { command, download, query, type Route, upload } from '#platform/http/route.ts'
import {
  AddContact,
  AddFacility,
  AddFeature,
  Directory,
  EditFacility,
  Facility,
  FacilityImport,
  FacilitySearch,
  Feature,
  importLimits,
  Project,
  UnitSummary,
} from '../shared/contract.ts'
import { AddDanger, Danger, DangerSearch, RecordInspection } from '../shared/contract-dangers.ts'
import { addFacility, editFacility } from './commands.ts'
import { addDanger, listDangers, recordInspection } from './dangers.ts'
import { addContact, directoryOf, removeContact } from './directory.ts'
import { exportFacilities, listTemplate, refusedRows } from './documents.ts'
import { addFeature, endFeature, listProjects, removeFeature } from './features.ts'
import { importFacilities } from './import-list.ts'
import { facilitiesOf, featuresOf, unitSummary } from './summary.ts'

const OneArea = z.object({ areaId: Id })
const MaybeArea = z.object({ areaId: Id.optional() })

const facilityRoutes: Route[] = [
  query({
    url: '/facilities',
    needs: 'facilities.read',
    search: FacilitySearch,
    reply: z.array(Facility),
    handle: (context, { search }) => facilitiesOf(context, search),
  }),
  command('POST', {
    url: '/facilities',
    needs: 'facilities.manage',
    body: AddFacility,
    reply: Facility,
    handle: (context, { body }) => addFacility(context, body),
  }),
  command('PUT', {
    url: '/facilities/:facilityId',
    needs: 'facilities.manage',
    params: z.object({ facilityId: Id }),
    body: EditFacility,
    reply: Facility,
    handle: (context, { params, body }) =>
      editFacility(context, { facilityId: params.facilityId, input: body }),
  }),
  download({
    url: '/facilities/export',
    needs: 'facilities.read',
    search: FacilitySearch,
    handle: (context, { search }) => exportFacilities(context, search),
  }),
  download({ url: '/facilities/list-template', needs: 'facilities.manage', handle: () => listTemplate() }),
  upload({
    url: '/facilities/imports',
    needs: 'facilities.manage',
    maxBytes: importLimits.bytes,
    fields: z.object({ id: Id, areaId: Id }),
    reply: FacilityImport,
    handle: (context, { file, fields }) => importFacilities(context, { ...fields, file }),
  }),
  download({
    url: '/facilities/imports/:importId/refused',
    needs: 'facilities.manage',
    params: z.object({ importId: Id }),
    handle: (context, { params }) => refusedRows(context, params.importId),
  }),
]

const featureRoutes: Route[] = [
  query({
    url: '/units/:areaId/summary',
    needs: 'facilities.read',
    params: OneArea,
    reply: UnitSummary,
    handle: (context, { params }) => unitSummary(context, params.areaId),
  }),
  query({
    url: '/units/:areaId/features',
    needs: 'facilities.read',
    params: OneArea,
    reply: z.array(Feature),
    handle: (context, { params }) => featuresOf(context, params.areaId),
  }),
  command('POST', {
    url: '/facilities/features',
    needs: 'facilities.manage',
    body: AddFeature,
    reply: z.array(Feature),
    handle: (context, { body }) => addFeature(context, body),
  }),
  command('PUT', {
    url: '/facilities/features/:featureId/end',
    needs: 'facilities.manage',
    params: z.object({ featureId: Id }),
    body: z.object({ validTo: Day }),
    reply: z.array(Feature),
    handle: (context, { params, body }) => endFeature(context, { ...params, ...body }),
  }),
  command('DELETE', {
    url: '/facilities/features/:featureId',
    needs: 'facilities.manage',
    params: z.object({ featureId: Id }),
    reply: z.array(Feature),
    handle: (context, { params }) => removeFeature(context, params.featureId),
  }),
  query({
    url: '/facilities/projects',
    needs: 'facilities.read',
    search: MaybeArea,
    reply: z.array(Project),
    handle: (context, { search }) => listProjects(context, search.areaId),
  }),
]

const dangerRoutes: Route[] = [
  query({
    url: '/facilities/dangers',
    needs: 'facilities.read',
    search: DangerSearch,
    reply: z.array(Danger),
    handle: (context, { search }) => listDangers(context, search),
  }),
  command('POST', {
    url: '/facilities/dangers',
    needs: 'facilities.manage',
    body: AddDanger,
    reply: Danger,
    handle: (context, { body }) => addDanger(context, body),
  }),
  command('POST', {
    url: '/facilities/dangers/:dangerId/inspections',
    needs: 'facilities.manage',
    params: z.object({ dangerId: Id }),
    body: RecordInspection,
    reply: Danger,
    handle: (context, { params, body }) =>
      recordInspection(context, { dangerId: params.dangerId, input: body }),
  }),
]

const directoryRoutes: Route[] = [
  query({
    url: '/facilities/directory',
    needs: 'facilities.read',
    search: MaybeArea,
    reply: Directory,
    handle: (context, { search }) => directoryOf(context, search.areaId),
  }),
  command('POST', {
    url: '/facilities/contacts',
    needs: 'facilities.manage',
    body: AddContact,
    reply: Directory,
    handle: (context, { body }) => addContact(context, body),
  }),
  command('DELETE', {
    url: '/facilities/contacts/:contactId',
    needs: 'facilities.manage',
    params: z.object({ contactId: Id }),
    reply: Directory,
    handle: (context, { params }) => removeContact(context, params.contactId),
  }),
]

export const facilitiesRoutes: Route[] = [
  ...facilityRoutes,
  ...featureRoutes,
  ...dangerRoutes,
  ...directoryRoutes,
]
