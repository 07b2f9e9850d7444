/** In the order of asking: Edge and Opera also call themselves Chrome, Chrome calls itself Safari. */
const browsers: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/coc_coc_browser/, 'Cốc Cốc'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Zalo/, 'Zalo'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
]

const first = (names: readonly [RegExp, string][], agent: string) =>
  names.find(([form]) => form.test(agent))?.[1] ?? ''

/** What a browser says of itself, in a word a person knows; empty when it says nothing known. */
export function browserName(agent: string): { browser: string; system: string } {
  return { browser: first(browsers, agent), system: first(systems, agent) }
}
