/** mm to points of 1/72 inch, in which PDF counts. */
export function points(millimetres: number): number {
  return (millimetres / 25.4) * 72
}

/** Lines of a table and the room within its cells, in points. */
export const thin = 0.5
export const padding = 3
export const verticalPadding = 1.5
