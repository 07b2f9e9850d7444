import { Paper, SimpleGrid, Text, Title } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import type { IndicatorValue } from '../../shared/contract.ts'
import { CoverageKey } from '../../shared/definition.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import type { Where } from '../requests.ts'
import { IndicatorNumber } from './indicator-number.tsx'

export function domainOf(code: string): CoverageKey {
  return CoverageKey.catch('all').parse(code.replace('ecd1437:reach-', ''))
}

/** All domains together, then each of the six. */
export function DomainNumbers({
  values,
  where,
}: {
  values: readonly IndicatorValue[]
  where: Required<Where>
}) {
  const t = useMessages(indicatorsMessages)
  const all = values.find(({ code }) => domainOf(code) === 'all')
  const domains = values.filter(({ code }) => domainOf(code) !== 'all')
  return (
    <section aria-label={t('indicators.domains')}>
      {all ? (
        <Paper withBorder p="lg" radius="md" mb="md">
          <Title order={2} size="h3" mb={4}>
            {t('indicators.all-domains')}
          </Title>
          <IndicatorNumber value={all} where={where} size="large" />
        </Paper>
      ) : null}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        {domains.map((value) => (
          <Paper key={value.code} withBorder p="md" radius="md" component="section">
            <Title order={3} size="h4" mb={4}>
              {t(`indicators.domain-${domainOf(value.code)}`)}
            </Title>
            {value.value === null ? (
              <Text c="dimmed">{t('indicators.nothing-due')}</Text>
            ) : (
              <IndicatorNumber value={value} where={where} />
            )}
          </Paper>
        ))}
      </SimpleGrid>
    </section>
  )
}
