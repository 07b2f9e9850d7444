import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { command, download, query, type Route } from '#platform/http/route.ts'
import {
  AddOrganisation,
  AddSuccession,
  EditOrganisation,
  Focal,
  Organisation,
  OrganisationSearch,
  SetFocal,
  UnitStaffing,
  UsualSet,
} from '../shared/contract.ts'
import { AddPost, AddStaff, Collaborators, EditStaff, Staff, StaffSearch } from '../shared/contract-staff.ts'
import {
  addOrganisation,
  addSuccession,
  editOrganisation,
  organisationsOf,
  removeSuccession,
} from './commands.ts'
import { focalOf, setFocal } from './focal.ts'
import { boardsRoutes } from './routes-boards.ts'
import { mattersRoutes } from './routes-matters.ts'
import { addPost, addStaff, collaboratorsOf, editStaff, endPost, staffOf } from './staff.ts'
import { exportStaff, staffingOf } from './staffing.ts'
import { makeUsualSet } from './usual-set.ts'

const MaybeArea = z.object({ areaId: Id.optional() })
const OneStaff = z.object({ staffId: Id })

const bodyRoutes: Route[] = [
  query({
    url: '/organisations',
    needs: 'organisations.read',
    search: OrganisationSearch,
    reply: z.array(Organisation),
    handle: (context, { search }) => organisationsOf(context, search),
  }),
  command('POST', {
    url: '/organisations',
    needs: 'organisations.manage',
    body: AddOrganisation,
    reply: Organisation,
    handle: (context, { body }) => addOrganisation(context, body),
  }),
  command('PUT', {
    url: '/organisations/:organisationId',
    needs: 'organisations.manage',
    params: z.object({ organisationId: Id }),
    body: EditOrganisation,
    reply: Organisation,
    handle: (context, { params, body }) => editOrganisation(context, { ...params, input: body }),
  }),
  command('POST', {
    url: '/organisations/usual-set',
    needs: 'organisations.manage',
    body: z.object({ areaId: Id }),
    reply: UsualSet,
    handle: (context, { body }) => makeUsualSet(context, body.areaId),
  }),
  command('POST', {
    url: '/organisations/successions',
    needs: 'organisations.manage',
    body: AddSuccession,
    reply: Organisation,
    handle: (context, { body }) => addSuccession(context, body),
  }),
  command('DELETE', {
    url: '/organisations/:predecessorId/successors/:successorId',
    needs: 'organisations.manage',
    params: z.object({ predecessorId: Id, successorId: Id }),
    reply: Organisation,
    handle: (context, { params }) => removeSuccession(context, params),
  }),
  query({
    url: '/organisations/focal',
    needs: 'organisations.read',
    search: MaybeArea,
    reply: z.array(Focal),
    handle: (context, { search }) => focalOf(context, search.areaId),
  }),
  command('POST', {
    url: '/organisations/focal',
    needs: 'organisations.manage',
    body: SetFocal,
    reply: z.array(Focal),
    handle: (context, { body }) => setFocal(context, body),
  }),
  query({
    url: '/units/:areaId/staffing',
    needs: 'organisations.read',
    params: z.object({ areaId: Id }),
    reply: UnitStaffing,
    handle: (context, { params }) => staffingOf(context, params.areaId),
  }),
]

const staffRoutes: Route[] = [
  query({
    url: '/organisations/staff',
    needs: 'organisations.read',
    search: StaffSearch,
    reply: z.array(Staff),
    handle: (context, { search }) => staffOf(context, search),
  }),
  download({
    url: '/organisations/staff/export',
    needs: 'organisations.manage',
    search: StaffSearch,
    handle: (context, { search }) => exportStaff(context, search),
  }),
  command('POST', {
    url: '/organisations/staff',
    needs: 'organisations.manage',
    body: AddStaff,
    reply: Staff,
    handle: (context, { body }) => addStaff(context, body),
  }),
  command('PUT', {
    url: '/organisations/staff/:staffId',
    needs: 'organisations.manage',
    params: OneStaff,
    body: EditStaff,
    reply: Staff,
    handle: (context, { params, body }) => editStaff(context, { ...params, input: body }),
  }),
  command('POST', {
    url: '/organisations/staff/:staffId/posts',
    needs: 'organisations.manage',
    params: OneStaff,
    body: AddPost,
    reply: Staff,
    handle: (context, { params, body }) => addPost(context, { ...params, input: body }),
  }),
  command('PUT', {
    url: '/organisations/staff/:staffId/posts/:postId/end',
    needs: 'organisations.manage',
    params: z.object({ staffId: Id, postId: Id }),
    body: z.object({ validTo: Day }),
    reply: Staff,
    handle: (context, { params, body }) => endPost(context, { ...params, ...body }),
  }),
  query({
    url: '/organisations/collaborators',
    needs: 'organisations.read',
    search: MaybeArea,
    reply: Collaborators,
    handle: (context, { search }) => collaboratorsOf(context, search.areaId),
  }),
]

export const organisationsRoutes: Route[] = [...bodyRoutes, ...staffRoutes, ...boardsRoutes, ...mattersRoutes]
