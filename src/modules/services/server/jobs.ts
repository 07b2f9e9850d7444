import { z } from 'zod'
import { job } from '#platform/jobs/jobs.ts'
import { previewPackage } from './preview-package.ts'
import { findVersion, storePreview } from './queries-versions.ts'

const PreviewAsked = z.object({ versionId: z.string(), version: z.int(), lft: z.int(), rgt: z.int() })

export const servicesJobs = [
  job('services.preview-package', PreviewAsked, async ({ reading, writing, clock }, asked) => {
    const { versionId: id, version, lft, rgt } = asked
    const preview = await reading({ lft, rgt }, async (db) => {
      const draft = await findVersion(db, id)
      return draft && draft.version === version ? previewPackage(db, draft, clock.today()) : undefined
    })
    if (preview) await writing({ lft, rgt }, (tx) => storePreview(tx, { id, version }, preview))
  }),
]
