/** So many names of places stand side by side on the narrowest phone, 360 px. */
const inBar = 5

/** All places, or one less than fit and the way to the others. */
export function phoneBar<Item>(places: readonly Item[]): {
  shown: readonly Item[]
  further: readonly Item[]
} {
  const count = places.length > inBar ? inBar - 1 : inBar
  return { shown: places.slice(0, count), further: places.slice(count) }
}
