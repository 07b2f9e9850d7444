import { chmod, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEmbeddedPostgres } from './embedded.ts'

test('two first starts at once agree on one cluster and one password, and leave nothing half made', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'uommam-embedded-'))
  await chmod(folder, 0o755)
  const [first, second] = await Promise.all([startEmbeddedPostgres(folder), startEmbeddedPostgres(folder)])
  expect(second.url).toBe(first.url)
  expect((await readdir(folder)).sort()).toEqual(['postgres', 'postgres.json'])
  await first.stop()
})
