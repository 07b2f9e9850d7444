import type { Language } from '#base/messages.ts'
import type { Group } from './contract.ts'

const names = {
  vi: {
    male: 'Nam',
    female: 'Nữ',
    '0-3': '0 đến dưới 3 tuổi',
    '3-6': '3 đến dưới 6 tuổi',
    '6-8': '6 đến 8 tuổi',
    kinh: 'Dân tộc Kinh',
    minority: 'Dân tộc thiểu số',
    foreigner: 'Người nước ngoài',
    poor: 'Hộ nghèo',
    'near-poor': 'Hộ cận nghèo',
    none: 'Không nghèo',
    other: 'Tuổi khác',
  },
  en: {
    male: 'Boys',
    female: 'Girls',
    '0-3': '0 to under 3 years',
    '3-6': '3 to under 6 years',
    '6-8': '6 to 8 years',
    kinh: 'Kinh',
    minority: 'Ethnic minorities',
    foreigner: 'Foreigners',
    poor: 'Poor households',
    'near-poor': 'Near-poor households',
    none: 'Not poor',
    other: 'Other ages',
  },
} as const satisfies Record<Language, Record<string, string>>

const notKnown = {
  vi: {
    unit: 'Chưa rõ thôn',
    poverty: 'Chưa rõ hoàn cảnh',
    ethnic: 'Chưa rõ dân tộc',
    minority: 'Chưa rõ dân tộc',
  },
  en: { unit: 'Village not known', poverty: 'Not known', ethnic: 'Not known', minority: 'Not known' },
} as const

/** The words for a part of a breakdown; a new age band of the data is shown by its key. */
export function groupName({ by, key, name }: Group, language: Language): string {
  if (key === 'unknown') return by === 'sex' || by === 'age' ? key : notKnown[language][by]
  if (name !== null) return name
  return new Map<string, string>(Object.entries(names[language])).get(key) ?? key
}
