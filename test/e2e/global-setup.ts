import { makeScratch } from '#test/scratch.ts'
import { prepareData } from './started.ts'

/**
 * Each walk starts a product of its own, whose data lie in a folder that is thrown away. The first start, which makes
 * the database, is done once; every walk begins with a copy of what it left.
 */
export async function setup(): Promise<() => Promise<void>> {
  const { folder, drop } = await makeScratch()
  process.env['TMPDIR'] = folder
  process.env['UOMMAM_E2E_DATA'] = await prepareData()
  return drop
}
