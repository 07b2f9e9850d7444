/**
 * Loaded before the product (`node --import`): its clock runs `CLOCK_SHIFT_MS` ahead of this machine's, so that a walk
 * can stand before and after the day on which a report is due, and the benchmark in the middle of a day. The product
 * itself has no such setting. In plain JavaScript: a program in TypeScript would bring the stripper of types with it.
 */
const shift = Number(process.env['CLOCK_SHIFT_MS'] ?? 0)

globalThis.Date = new Proxy(Date, {
  construct: (date, given, made) =>
    Reflect.construct(date, given.length === 0 ? [date.now() + shift] : given, made),
  get: (date, name) => (name === 'now' ? () => date.now() + shift : Reflect.get(date, name)),
})
