import { expect } from 'vitest'
import type { Tx } from '#platform/db/types.ts'
import type { TestDatabase } from './database.ts'

/** Runs work in a transaction that is taken back at the end, so that the tests of a file share one tree of places. */
export function undoneIn({ write }: Pick<TestDatabase, 'write'>) {
  return async (work: (tx: Tx) => Promise<void>): Promise<void> => {
    const enough = new Error('enough')
    const outcome = write(async (tx) => {
      await work(tx)
      throw enough
    })
    await expect(outcome).rejects.toBe(enough)
  }
}
