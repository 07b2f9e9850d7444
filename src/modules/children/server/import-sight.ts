import type { Actor } from '#platform/actor.ts'
import type { ImportRow, ImportRun } from '../shared/contract-import.ts'

type Viewer = Pick<Actor, 'capabilities'>

/** Columns of the file by their place in a row, without those that the viewer may not see. */
function seenColumns({ columns }: ImportRun, { capabilities }: Viewer): ImportRun['columns'] {
  return columns.filter(({ field }) => field !== 'personalId' || capabilities.has('children.identity'))
}

/** The import without the column of numbers; the others are counted from 0 again. */
export function seenRun(run: ImportRun, viewer: Viewer): ImportRun {
  return { ...run, columns: seenColumns(run, viewer).map((column, index) => ({ ...column, index })) }
}

/** A row of the file, its cells in the order of `seenRun`'s columns. */
export function seenRow(row: ImportRow, run: ImportRun, viewer: Viewer): ImportRow {
  if (viewer.capabilities.has('children.identity')) return row
  return {
    ...row,
    cells: seenColumns(run, viewer).map(({ index }) => row.cells[index] ?? ''),
    child: row.child && { ...row.child, personalId: undefined },
    reasons: row.reasons.map((reason) => (reason.field === 'personalId' ? { ...reason, value: '' } : reason)),
  }
}
