import { z } from 'zod'
import { job, type JobContext } from '#platform/jobs/jobs.ts'
import { previewPackage } from './preview-package.ts'
import { findVersion, storePreview } from './queries-versions.ts'

const PreviewAsked = z.object({ versionId: z.string(), version: z.int(), lft: z.int(), rgt: z.int() })
type PreviewAsked = z.infer<typeof PreviewAsked>

/** Counts for the draft as it was when asked; a draft that was changed since is asked for anew. */
export async function runPreview(
  { reading, writing, clock }: Pick<JobContext, 'reading' | 'writing' | 'clock'>,
  { versionId: id, version, lft, rgt }: PreviewAsked,
): Promise<void> {
  const preview = await reading({ lft, rgt }, async (db) => {
    const draft = await findVersion(db, id)
    return draft && draft.version === version ? previewPackage(db, draft, clock.today()) : undefined
  })
  if (preview) await writing({ lft, rgt }, (tx) => storePreview(tx, { id, version }, preview))
}

export const servicesJobs = [
  job('services.preview-package', PreviewAsked, (context, asked) => runPreview(context, asked)),
]
