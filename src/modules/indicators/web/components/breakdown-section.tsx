import { Group, Select, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Breakdown } from '../../shared/contract.ts'
import { type CoverageKey, coverageKeys } from '../../shared/definition.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { valuesQuery, type Where } from '../requests.ts'
import { ValuesTable } from './values-table.tsx'

const choices = ['sex', 'age', 'minority', 'ethnic', 'poverty'] as const
export type BreakdownChoice = (typeof choices)[number]

export type BreakdownSectionProps = {
  where: Required<Where>
  by: BreakdownChoice
  domain: CoverageKey
  onChange: (choice: { by?: BreakdownChoice; domain?: CoverageKey }) => void
}

/** One of the coverage indicators by sex, age, ethnic group or poverty. */
export function BreakdownSection({ where, by, domain, onChange }: BreakdownSectionProps) {
  const t = useMessages(indicatorsMessages)
  const asked: { by: Breakdown; codes: string } = { by, codes: `ecd1437:reach-${domain}` }
  const { data, error } = useQuery(valuesQuery(where, asked))
  return (
    <section aria-label={t('indicators.breakdown')}>
      <Title order={2} mb="sm">
        {t('indicators.breakdown')}
      </Title>
      <Group mb="sm" className="no-print" align="end">
        <Select
          label={t('indicators.of-indicator')}
          data={coverageKeys.map((key) => ({ value: key, label: t(`indicators.domain-${key}`) }))}
          value={domain}
          allowDeselect={false}
          onChange={(next) => onChange({ domain: coverageKeys.find((key) => key === next) ?? 'all' })}
        />
        <Select
          label={t('indicators.breakdown')}
          data={choices.map((choice) => ({ value: choice, label: t(`indicators.by-${choice}`) }))}
          value={by}
          allowDeselect={false}
          onChange={(next) => onChange({ by: choices.find((choice) => choice === next) ?? 'sex' })}
        />
      </Group>
      <ProblemNote problem={error} />
      {data ? (
        <ValuesTable
          label={`${t('indicators.breakdown')}: ${t(`indicators.by-${by}`)}`}
          heading={t('indicators.group')}
          values={data.values}
          where={where}
          empty={t('indicators.nothing-due')}
        />
      ) : error ? null : (
        <Loading rows={3} />
      )}
    </section>
  )
}
