import { Badge, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { todayHere } from '#ui/today-here.ts'
import type { Child } from '../../shared/contract.ts'
import { isMinority } from '../../shared/ethnic-groups.ts'
import { holdsOn } from '../../shared/facts.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { factsQuery } from '../requests-facts.ts'
import { useFactWords } from './fact-words.ts'

/** Why this child comes first (R24 of the plans), in words; nothing where nothing holds today. */
export function ChildFlags({ child }: { child: Child }) {
  const t = useMessages(childrenMessages)
  const words = useMessages(moveMessages)
  const { valueOf } = useFactWords()
  const { data = [] } = useQuery(factsQuery(child.id))
  const today = todayHere()
  const dated = data.filter(
    (fact) => fact.kind === 'flag' && fact.undoneAt === null && !fact.implied && holdsOn(fact, today),
  )
  const flags = new Set([
    ...(child.poverty && child.poverty !== 'none' ? [t(`children.poverty-${child.poverty}`)] : []),
    ...(isMinority(child.ethnicCode) ? [words('children.flag-minority')] : []),
    ...(child.specialCircumstance ? [words('children.flag-special')] : []),
    ...(child.disabled ? [valueOf({ kind: 'flag', value: 'disabled' })] : []),
    ...dated.map(valueOf),
  ])
  if (flags.size === 0) return null
  return (
    <Group component="ul" gap="xs" className="children-flags" aria-label={words('children.flag')}>
      {[...flags].map((flag) => (
        <li key={flag}>
          <Badge variant="light" color="yellow" size="lg" tt="none">
            {flag}
          </Badge>
        </li>
      ))}
    </Group>
  )
}
