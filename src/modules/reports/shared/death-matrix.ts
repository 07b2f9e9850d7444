/** A death by injury as an urgent report tells it; `cause` is the code of the form (01-11). */
export type ReportedDeath = {
  cause: string
  sex: 'male' | 'female' | 'unknown'
  /** Completed years; null when not stated. */
  age: number | null
  place: 'home' | 'school' | 'community' | 'unknown'
}

const columns = [
  ...['total', 'male', 'female', 'sex-unknown'],
  ...['age-0-5', 'age-6-9', 'age-10-13', 'age-14-15', 'age-unknown'],
  ...['home', 'school', 'community', 'place-unknown'],
]

/** Age groups of the form of injury reports: 0-5, 6-9, 10-13, 14 to under 16. */
function ageColumn(age: number | null): string {
  if (age === null) return 'age-unknown'
  if (age <= 5) return 'age-0-5'
  if (age <= 9) return 'age-6-9'
  return age <= 13 ? 'age-10-13' : 'age-14-15'
}

const known = (word: string, kind: string): string => (word === 'unknown' ? `${kind}-unknown` : word)

/**
 * The row of each cause that was reported, all its columns filled, by the names of the facts of annex "injury-deaths".
 * A cause without an urgent report has no row: nobody said that there was none.
 */
export function deathMatrix(deaths: readonly ReportedDeath[]): Record<string, Record<string, number>> {
  const rows: Record<string, Record<string, number>> = {}
  for (const { cause, sex, age, place } of deaths) {
    const row = (rows[`injury-deaths:${cause}`] ??= Object.fromEntries(
      columns.map((column) => [`deaths.${column}`, 0]),
    ))
    for (const column of ['total', known(sex, 'sex'), ageColumn(age), known(place, 'place')])
      row[`deaths.${column}`] = (row[`deaths.${column}`] ?? 0) + 1
  }
  return rows
}
