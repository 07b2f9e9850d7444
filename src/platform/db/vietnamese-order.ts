import { type RawBuilder, sql } from 'kysely'

/**
 * For `order by` behind a text: Vietnamese alphabet (Unicode CLDR `vi`), numbers by their value. For lists of places
 * and bodies; people are sorted by given name, from keys that are stored (`nameSortKey` of `#base`).
 */
export const vietnamese: RawBuilder<unknown> = sql`collate platform_vietnamese`
