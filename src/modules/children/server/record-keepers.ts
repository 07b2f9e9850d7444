import type { Db, Tx } from '#platform/db/types.ts'

export type KeptRecords = {
  /** Named after the table: 'services.records'. */
  kind: string
  count: (db: Db, childId: string) => Promise<number>
  /**
   * Gives the records of one child to another and says which went. Those that would contradict a record of the other
   * (the same dose twice) stay where they are. `only`: these and no others, when a merge is undone.
   */
  move: (tx: Tx, way: RecordWay) => Promise<string[]>
}

export type RecordWay = {
  fromId: string
  to: { id: string; areaLft: number }
  only: readonly string[] | null
}

/** What a merge takes along: this module's own, and what later modules keep of a child. `apps` fills the list. */
export const recordKeepers: KeptRecords[] = []
