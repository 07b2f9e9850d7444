/** A table of a later module with `child_id`, `undone_at` and the day on which somebody saw the child. */
export type SeenSource = { table: string; day: string }

/** What tells that a child was seen. `apps` fills the list: this module does not know the later ones. */
export const seenSources: SeenSource[] = []
