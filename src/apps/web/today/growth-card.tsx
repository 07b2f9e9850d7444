import { Group, Paper, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { AttentionFound } from '#modules/growth/shared/contract.ts'
import { useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageSection } from '#ui/page-section.tsx'
import { todayMessages } from './messages.ts'

/** How many children need somebody for their growth, and the way to the weighing day. */
export function GrowthCard() {
  const t = useMessages(todayMessages)
  const may = useMay()
  const { data } = useQuery({
    queryKey: ['growth', 'attention', 'today'],
    queryFn: () => api.get('/growth/attention', AttentionFound, { limit: 1 }),
  })
  const { all = 0, severe = 0 } = data?.counts ?? {}
  return (
    <PageSection id="today-growth" title={t('today.growth')}>
      <Paper withBorder p="md" radius="md">
        <Text>
          {all === 0
            ? t('today.growth-none')
            : t('today.growth-lead', { all: formatNumber(all), severe: formatNumber(severe) })}
        </Text>
        <Group mt="sm">
          {may('growth.record') ? (
            <PageButton to="/growth/weighing">{t('today.growth-weigh')}</PageButton>
          ) : null}
          <PageButton to="/growth/attention" variant="default">
            {t('today.growth-list')}
          </PageButton>
          {may('screening.read') ? (
            <PageButton to="/screening/referrals" variant="default">
              {t('today.screening-list')}
            </PageButton>
          ) : null}
        </Group>
      </Paper>
    </PageSection>
  )
}
