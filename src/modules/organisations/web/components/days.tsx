import { Text } from '@mantine/core'
import { type Day, formatDay } from '#base/day.ts'
import { type Translate, useMessages } from '#platform/web/language.tsx'
import { organisationsMessages } from '../../shared/messages.ts'

type DaysProps = {
  from: Day | null
  to: Day | null
  fromCertain?: boolean
  toCertain?: boolean
}

/** From when to when. A day that stands in no official text carries its mark and is never shown without it. */
export function Days({ from, to, fromCertain = true, toCertain = true }: DaysProps) {
  const t = useMessages(organisationsMessages)
  const isDoubtful = (from !== null && !fromCertain) || (to !== null && !toCertain)
  return (
    <>
      {spanOf(t, from, to)}
      {isDoubtful ? (
        <Text span fs="italic" c="var(--state-due)">
          {' '}
          ({t('organisations.unverified')})
        </Text>
      ) : null}
    </>
  )
}

type Key = Extract<keyof (typeof organisationsMessages)['vi'], string>

function spanOf(t: Translate<Key>, from: Day | null, to: Day | null): string {
  if (from && to) return t('organisations.from-to', { from: formatDay(from), to: formatDay(to) })
  if (from) return t('organisations.from-on', { from: formatDay(from) })
  return to ? t('organisations.until', { to: formatDay(to) }) : t('organisations.since-unknown')
}
