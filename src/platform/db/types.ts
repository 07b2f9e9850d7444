import type { Kysely } from 'kysely'
import type { Tables } from './tables.gen.ts'

/** Reading only. A handler that is given a `Db` cannot write: it does not compile, and the transaction is read-only. */
export type Db = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor'>

/** Reading and writing inside the one transaction of a command or a job. */
export type Tx = Kysely<Tables>

/** The part of the tree of places that row-level security lets through: a preorder range. */
export type Range = { lft: number; rgt: number }

/** The whole tree; for work that the system itself does. */
export const everywhere: Range = { lft: 0, rgt: 2_147_483_647 }
