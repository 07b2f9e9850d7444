import { Stack, Text, Title } from '@mantine/core'
import { formatDay } from '#base/day.ts'
import { periodName } from '#base/period.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { formatNumber, formatPercent, percentOf } from '#base/numbers.ts'
import type { SampleChild, Trial as TrialReply } from '../../shared/contract-own.ts'
import { linesInWords } from '../../shared/fact-words.ts'
import { indicatorsOwnMessages } from '../../shared/messages-own.ts'
import { useItemNames } from '../item-names.ts'

function useWhy(): (child: SampleChild) => string {
  const t = useMessages(indicatorsOwnMessages)
  const { language } = useLanguage()
  const nameOf = useItemNames()
  return ({ elsewhere, counted, failing }) => {
    if (elsewhere) return t('indicators.own-elsewhere')
    if (failing.length === 0) return t('indicators.own-ok')
    const lines = linesInWords(failing, { language, nameOf }).join('; ')
    return counted ? t('indicators.own-not-reached', { lines }) : t('indicators.own-not-counted', { lines })
  }
}

function Children({ title, list }: { title: string; list: readonly SampleChild[] }) {
  const t = useMessages(indicatorsOwnMessages)
  const why = useWhy()
  return (
    <section aria-label={title}>
      <Title order={3} size="h4" mb="xs">
        {title}
      </Title>
      <DataList
        label={title}
        rows={list}
        rowKey={({ childId }) => childId}
        empty={<Text c="dimmed">{t('indicators.own-nobody')}</Text>}
        columns={[
          {
            key: 'child',
            heading: t('indicators.own-child'),
            kind: 'title',
            cell: ({ childId, fullName, bornOn }) => (
              <>
                <PageLink to={`/children/${childId}`}>{fullName}</PageLink>, {formatDay(bornOn)}
              </>
            ),
          },
          { key: 'why', heading: t('indicators.own-why'), cell: why },
        ]}
      />
    </section>
  )
}

/** What the formula says now, and children on both sides with the reason. */
export function Trial({ trial }: { trial: TrialReply }) {
  const t = useMessages(indicatorsOwnMessages)
  const { language } = useLanguage()
  const { numerator, denominator, area, period } = trial
  const percent = percentOf(numerator, denominator)
  const figure =
    percent === undefined
      ? formatNumber(numerator)
      : `${formatPercent(percent)} (${formatNumber(numerator)}/${formatNumber(denominator)})`
  return (
    <Stack gap="md" role="status">
      <Text size="lg">
        {t('indicators.own-trial', { area: area.name, period: periodName(period, language), figure })}
      </Text>
      <Children title={t('indicators.own-inside')} list={trial.inside} />
      <Children title={t('indicators.own-outside')} list={trial.outside} />
    </Stack>
  )
}
