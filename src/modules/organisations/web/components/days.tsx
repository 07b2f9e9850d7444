import { Text } from '@mantine/core'
import { type Day, formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
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
  const start = from ? formatDay(from) : t('organisations.since-unknown')
  const isDoubtful = (from !== null && !fromCertain) || (to !== null && !toCertain)
  return (
    <>
      {to
        ? t('organisations.from-to', { from: start, to: formatDay(to) })
        : t('organisations.from-on', { from: start })}
      {isDoubtful ? (
        <Text span fs="italic" c="var(--state-due)">
          {' '}
          ({t('organisations.unverified')})
        </Text>
      ) : null}
    </>
  )
}
