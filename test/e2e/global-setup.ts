import { makeScratch } from '#test/scratch.ts'

/** Each walk starts a product of its own, whose data lie in a folder that is thrown away. */
export async function setup(): Promise<() => Promise<void>> {
  const { folder, drop } = await makeScratch()
  process.env['TMPDIR'] = folder
  return drop
}
