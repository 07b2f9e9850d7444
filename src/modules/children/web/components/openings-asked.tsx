import { Alert, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { formatMoment } from '#base/day.ts'
import type { AskedOpening } from '../../shared/contract-confidential.ts'
import { confidentialMessages } from '../../shared/messages-confidential.ts'
import { answerOpening, askedOpeningsQuery } from '../requests-confidential.ts'
import { ShortAnswer } from './short-answer.tsx'

/** For whoever opened a confidential part and is asked about it; nothing when nobody asks. */
export function OpeningsAsked() {
  const { data = [] } = useQuery(askedOpeningsQuery)
  if (data.length === 0) return null
  return (
    <Stack gap="sm">
      {data.map((asked) => (
        <Asked key={asked.id} asked={asked} />
      ))}
    </Stack>
  )
}

function Asked({ asked }: { asked: AskedOpening }) {
  const t = useMessages(confidentialMessages)
  const queries = useQueryClient()
  const { id, childName: child, openedAt, reason, question, questionedByName: name } = asked
  const answering = useMutation({
    mutationFn: answerOpening,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['children', 'openings'] }),
  })
  return (
    <Alert color="orange" variant="light" title={t('children.asked')}>
      <Text>{t('children.asked-line', { child, at: formatMoment(openedAt), reason })}</Text>
      <Text fw={600} mt="xs">
        {name}: “{question}”
      </Text>
      <ShortAnswer
        label={t('children.asked-answer')}
        send={t('children.asked-send')}
        sending={answering}
        onSend={(answer) => answering.mutate({ id, answer })}
      />
    </Alert>
  )
}
