import { Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsLeaderMessages } from '../../shared/messages-leader.ts'
import { boardQuery } from '../requests.ts'
import { BoardSentence } from './board-sentence.tsx'

/** On Today, for those who follow no single children: the answer of the board of their place, and the way to both boards. */
export function WhereWeStand() {
  const t = useMessages(indicatorsMessages)
  const leader = useMessages(indicatorsLeaderMessages)
  const { data: board } = useQuery(boardQuery({}))
  if (!board) return null
  return (
    <section aria-labelledby="where-we-stand">
      <Title order={2} id="where-we-stand" mb="sm">
        {t('indicators.title')}
      </Title>
      <Stack gap="xs">
        <Text size="lg">
          <BoardSentence board={board} />
        </Text>
        <Text c="dimmed">{t('indicators.as-of', { day: formatDay(board.asOf) })}.</Text>
        <Group gap="sm" className="no-print">
          <PageButton to="/indicators/leader">{leader('indicators.leader')}</PageButton>
          <PageButton to="/indicators" variant="default">
            {t('indicators.title')}
          </PageButton>
        </Group>
      </Stack>
    </section>
  )
}
