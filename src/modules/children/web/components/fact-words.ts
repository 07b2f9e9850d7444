import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import type { Fact } from '../../shared/contract-facts.ts'
import { factMessages } from '../../shared/messages-facts.ts'

/** Beginning of the message of a value, by kind of fact. */
const wordsOf = {
  residence: { permanent: 'children.residence-permanent', temporary: 'children.residence-temporary' },
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

type Kind = Fact['kind']
type WordKey = { [K in Kind]: (typeof wordsOf)[K][keyof (typeof wordsOf)[K]] }[Kind]

function wordKeys(kind: Kind): [value: string, key: WordKey][] {
  return Object.entries<WordKey>(wordsOf[kind])
}

/** What a fact says in words: its value, its place, its days. */
export function useFactWords() {
  const t = useMessages(factMessages)
  const valueOf = ({ kind, value }: Pick<Fact, 'kind' | 'value'>) => {
    const key = wordKeys(kind).find(([name]) => name === value)?.[1]
    return key ? t(key) : value
  }
  return {
    valueOf,
    choicesOf: (kind: Kind) => wordKeys(kind).map(([value, key]) => ({ value, label: t(key) })),
    whatOf: (fact: Fact) =>
      [valueOf(fact), fact.number, fact.facilityName, fact.detail, fact.villageName, fact.communeName]
        .filter(Boolean)
        .join(', '),
    daysOf: ({ fromDay, toDay }: Pick<Fact, 'fromDay' | 'toDay'>) =>
      toDay
        ? t('children.fact-days', { from: formatDay(fromDay), to: formatDay(toDay) })
        : t('children.fact-since', { from: formatDay(fromDay) }),
  }
}
