import { Checkbox, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { breachMessages } from '../../shared/messages-breaches.ts'
import { privacyTimelineMessages } from '../../shared/messages-timeline.ts'
import { afterChange, breachesOfChildQuery, tieBreach } from '../requests.ts'
import { dayOf } from '../day-of.ts'

/** Breaches of the unit, with a tick at those that held data of this child; absent while there is none. */
export function BreachesOfChild({ childId, writes }: { childId: string; writes: boolean }) {
  const t = useMessages(privacyTimelineMessages)
  const words = useMessages(breachMessages)
  const queries = useQueryClient()
  const { data = [] } = useQuery({ ...breachesOfChildQuery(childId), enabled: writes })
  const tie = useMutation({ mutationFn: tieBreach, onSuccess: () => afterChange(queries) })
  if (!writes || data.length === 0) return null
  return (
    <div>
      <Title order={3}>{t('privacy.breaches-of-child')}</Title>
      {data.map(({ id, kind, noticedAt, concerns, familiesToldOn }) => (
        <Checkbox
          key={id}
          py="xs"
          checked={concerns}
          disabled={tie.isPending}
          label={[
            t('privacy.breach-of-child', {
              kind: words(`privacy.breach-kind-${kind}`),
              day: dayOf(noticedAt),
            }),
            familiesToldOn ? t('privacy.event-told', { day: formatDay(familiesToldOn) }) : undefined,
          ]
            .filter(Boolean)
            .join('; ')}
          description={concerns ? t('privacy.breach-concerns') : undefined}
          onChange={(event) => tie.mutate({ childId, breachId: id, concerns: event.currentTarget.checked })}
        />
      ))}
      <ProblemNote problem={tie.error} />
    </div>
  )
}
