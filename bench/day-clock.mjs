/**
 * Loaded before our server: from 1 to 5 o'clock in Viet Nam its clock runs eight hours ahead, on the same calendar day,
 * so that what the product does for itself at night (pairs of records, recounts) is not measured with the rest. In plain
 * JavaScript, so that it does not bring the stripper of types with it.
 */
const hour = (new Date().getUTCHours() + 7) % 24
const shift = hour >= 1 && hour < 5 ? 8 * 3_600_000 : 0

if (shift > 0)
  globalThis.Date = new Proxy(Date, {
    construct: (date, given, made) =>
      Reflect.construct(date, given.length === 0 ? [date.now() + shift] : given, made),
    get: (date, name) => (name === 'now' ? () => date.now() + shift : Reflect.get(date, name)),
  })
