/**
 * The order of the modules. A module may use the modules on the lines above it;
 * names on one line do not know each other. `npm run check` holds it.
 */
export const lines = [
  ['areas'],
  ['accounts'],
  ['facilities', 'organisations'],
  ['children'],
  ['services'],
  ['growth', 'screening'],
  ['library'],
  ['plans'],
  ['tasks'],
  ['indicators'],
  ['duties'],
  ['reports'],
  ['privacy'],
  ['reorganisation'],
]

/** Code that may be reached from everywhere, lowest first. */
export const layers = ['base', 'platform', 'ui', 'modules', 'apps']

/** The modules that `name` may use, through their `server/public.ts`, `web/public.ts` and `shared`. */
export function modulesBefore(name) {
  const place = lines.findIndex((line) => line.includes(name))
  return lines.slice(0, Math.max(place, 0)).flat()
}
