import type { FactKind } from './contract-facts.ts'

/** The message (`factMessages`) of each value, by kind of fact. */
const wordsOf = {
  residence: { permanent: 'children.residence-permanent', temporary: 'children.residence-temporary' },
  household: { member: 'children.household-member' },
  poverty: {
    none: 'children.poverty-is-none',
    'near-poor': 'children.poverty-is-near-poor',
    poor: 'children.poverty-is-poor',
  },
  insurance: { card: 'children.insurance-card', none: 'children.insurance-none' },
  'birth-registration': {
    registered: 'children.birth-registered',
    'not-registered': 'children.birth-not-registered',
  },
  schooling: {
    none: 'children.school-none',
    nursery: 'children.school-nursery',
    kindergarten: 'children.school-kindergarten',
    primary: 'children.school-primary',
  },
  flag: {
    disabled: 'children.flag-disabled',
    disaster: 'children.flag-disaster',
    'serious-illness': 'children.flag-serious-illness',
    'in-facility': 'children.flag-in-facility',
    'not-with-parents': 'children.flag-not-with-parents',
    'multiple-birth': 'children.flag-multiple-birth',
    foundling: 'children.flag-foundling',
    stateless: 'children.flag-stateless',
  },
} as const

type WordKey = { [K in FactKind]: (typeof wordsOf)[K][keyof (typeof wordsOf)[K]] }[FactKind]

/** Every value of a kind with the key of its words. */
export function factWordKeys(kind: FactKind): [value: string, key: WordKey][] {
  return Object.entries<WordKey>(wordsOf[kind])
}

/** The message that names a value; undefined for a value without words of its own. */
export function factWordKey({ kind, value }: { kind: FactKind; value: string }): WordKey | undefined {
  return factWordKeys(kind).find(([name]) => name === value)?.[1]
}
