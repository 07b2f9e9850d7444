import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import {
  ApproveDraft,
  DraftGone,
  NewDraftInput,
  PackageVersion,
  PreviewAsked,
  SaveDraft,
  VersionOpened,
  VersionsFound,
} from '../shared/package-versions.ts'
import {
  approveVersion,
  askPreview,
  dropDraft,
  findVersions,
  openVersion,
  saveDraft,
  startDraft,
} from './package-versions.ts'

const OneVersion = z.object({ versionId: Id })

export const packageRoutes: Route[] = [
  query({
    url: '/services/package-versions',
    needs: 'services.read',
    reply: VersionsFound,
    handle: (context) => findVersions(context),
  }),
  query({
    url: '/services/package-versions/:versionId',
    needs: 'services.read',
    params: OneVersion,
    reply: VersionOpened,
    handle: (context, { params }) => openVersion(context, params.versionId),
  }),
  command('POST', {
    url: '/services/package-versions',
    needs: 'services.manage-package',
    body: NewDraftInput,
    reply: PackageVersion,
    handle: (context, { body }) => startDraft(context, body),
  }),
  command('PUT', {
    url: '/services/package-versions/:versionId',
    needs: 'services.manage-package',
    params: OneVersion,
    body: SaveDraft,
    reply: PackageVersion,
    handle: (context, { params, body }) => saveDraft(context, params.versionId, body),
  }),
  command('DELETE', {
    url: '/services/package-versions/:versionId',
    needs: 'services.manage-package',
    params: OneVersion,
    reply: DraftGone,
    handle: (context, { params }) => dropDraft(context, params.versionId),
  }),
  command('POST', {
    url: '/services/package-versions/:versionId/preview',
    needs: 'services.manage-package',
    params: OneVersion,
    reply: PreviewAsked,
    handle: (context, { params }) => askPreview(context, params.versionId),
  }),
  command('POST', {
    url: '/services/package-versions/:versionId/approval',
    needs: 'services.manage-package',
    params: OneVersion,
    body: ApproveDraft,
    reply: PackageVersion,
    handle: (context, { params, body }) => approveVersion(context, params.versionId, body),
  }),
]
