import type { Language } from '#base/messages.ts'
import { ethnicGroups } from '#modules/children/shared/ethnic-groups.ts'
import { confidentialGroups } from '#modules/children/shared/confidential.ts'
import { factChoices } from '../shared/fact-words.ts'

/** A fact while it is put together; the contract says at the end whether it is one. */
export type FactDraft = Readonly<Record<string, unknown>> & { readonly fact: FactName }

export type Option = { value: string; label: string }
/** `one` or `many` of a list, a `number`, or a number that may be missing. */
export type Control = { name: string; label: string } & (
  { kind: 'one' | 'many'; options: readonly Option[]; numbers?: boolean } | { kind: 'number' | 'maybe' }
)

const names = {
  age: { vi: 'Tuổi', en: 'Age' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  minority: { vi: 'Là người dân tộc thiểu số', en: 'Of an ethnic minority' },
  ethnic: { vi: 'Dân tộc', en: 'Ethnic group' },
  poverty: { vi: 'Hoàn cảnh hộ', en: 'Poverty' },
  disabled: { vi: 'Là trẻ khuyết tật', en: 'Disabled' },
  special: { vi: 'Có hoàn cảnh đặc biệt', en: 'In special circumstances' },
  circumstance: { vi: 'Thuộc nhóm hoàn cảnh', en: 'Group of circumstances' },
  education: { vi: 'Nơi học hiện nay', en: 'Place of learning now' },
  service: { vi: 'Đã được dịch vụ', en: 'Got a service' },
  measured: { vi: 'Được cân đo', en: 'Was measured' },
  z: { vi: 'Chỉ số z gần nhất trong kỳ', en: 'Newest z-score of the period' },
  growth: { vi: 'Phân loại dinh dưỡng gần nhất trong kỳ', en: 'Newest class of growth of the period' },
  'birth-weight': { vi: 'Cân nặng khi sinh', en: 'Weight at birth' },
  screened: { vi: 'Được sàng lọc phát triển', en: 'Was screened' },
} as const
export type FactName = keyof typeof names

export function factNames(language: Language): Option[] {
  return Object.entries(names).map(([value, name]) => ({ value, label: name[language] }))
}

export function isFactName(name: string | null): name is FactName {
  return name !== null && name in names
}

const starts: Readonly<Record<FactName, Readonly<Record<string, unknown>>>> = {
  age: { unit: 'months', from: 0, to: 59 },
  sex: { sex: 'female' },
  minority: {},
  ethnic: { codes: [] },
  poverty: { in: ['poor', 'near-poor'] },
  disabled: {},
  special: {},
  circumstance: { groups: [] },
  education: { in: ['kindergarten'] },
  service: { items: [], doses: 1, within: 'ever', days: null },
  measured: { within: 'period' },
  z: { of: 'len', from: null, below: -2 },
  growth: { classes: [] },
  'birth-weight': { below: 2.5 },
  screened: { tools: [], results: [], within: 'period' },
}

export function newFact(fact: FactName): FactDraft {
  return { ...starts[fact], fact, not: false }
}

const labels = {
  vi: {
    unit: 'Đơn vị',
    from: 'Từ',
    to: 'Đến (bỏ trống: trở lên)',
    choice: 'Là',
    codes: 'Dân tộc',
    groups: 'Nhóm (nhóm mật không có ở đây)',
    items: 'Một trong các dịch vụ',
    doses: 'Ít nhất mấy lần (mũi)',
    within: 'Khi nào',
    days: 'Trước bao nhiêu ngày tuổi (bỏ trống: không xét)',
    of: 'Chỉ số z',
    fromSd: 'Từ (SD)',
    below: 'Dưới (SD)',
    kg: 'Dưới (kg; bỏ trống: chỉ cần được cân)',
    classes: 'Phân loại',
    results: 'Kết quả (bỏ trống: mọi kết quả)',
    group: 'Nhóm',
  },
  en: {
    unit: 'Unit',
    from: 'From',
    to: 'To (empty: no end)',
    choice: 'Is',
    codes: 'Ethnic group',
    groups: 'Group (confidential ones are not here)',
    items: 'One of the services',
    doses: 'At least so many times (doses)',
    within: 'When',
    days: 'By so many days of age (empty: any)',
    of: 'Z-score',
    fromSd: 'From (SD)',
    below: 'Below (SD)',
    kg: 'Below (kg; empty: just weighed)',
    classes: 'Class',
    results: 'Result (empty: any)',
    group: 'Group',
  },
} as const

function options(words: Readonly<Record<string, string>>): Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

/** The fields of a kind of fact; `services` are those of the package. */
export function controlsOf(fact: FactName, language: Language, services: readonly Option[]): Control[] {
  const words = factChoices(language)
  const label = labels[language]
  const within: Control = { name: 'within', label: label.within, kind: 'one', options: options(words.within) }
  const ethnic = ethnicGroups.map(({ code, name }) => ({ value: code, label: name }))
  const groups = Array.from({ length: 14 }, (_, index) => index + 1)
    .filter((group) => !confidentialGroups.includes(group))
    .map((group) => ({ value: String(group), label: `${label.group} ${group}` }))
  const all: Readonly<Record<FactName, Control[]>> = {
    age: [
      { name: 'unit', label: label.unit, kind: 'one', options: options(words.unit) },
      { name: 'from', label: label.from, kind: 'number' },
      { name: 'to', label: label.to, kind: 'maybe' },
    ],
    sex: [{ name: 'sex', label: label.choice, kind: 'one', options: options(words.sex) }],
    minority: [],
    ethnic: [{ name: 'codes', label: label.codes, kind: 'many', options: ethnic }],
    poverty: [{ name: 'in', label: label.choice, kind: 'many', options: options(words.poverty) }],
    disabled: [],
    special: [],
    circumstance: [{ name: 'groups', label: label.groups, kind: 'many', options: groups, numbers: true }],
    education: [{ name: 'in', label: label.choice, kind: 'many', options: options(words.education) }],
    service: [
      { name: 'items', label: label.items, kind: 'many', options: services },
      { name: 'doses', label: label.doses, kind: 'number' },
      within,
      { name: 'days', label: label.days, kind: 'maybe' },
    ],
    measured: [within],
    z: [
      { name: 'of', label: label.of, kind: 'one', options: options(words.z) },
      { name: 'from', label: label.fromSd, kind: 'maybe' },
      { name: 'below', label: label.below, kind: 'maybe' },
    ],
    growth: [{ name: 'classes', label: label.classes, kind: 'many', options: options(words.growth) }],
    'birth-weight': [{ name: 'below', label: label.kg, kind: 'maybe' }],
    screened: [
      { name: 'results', label: label.results, kind: 'many', options: options(words.screening) },
      within,
    ],
  }
  return all[fact]
}
