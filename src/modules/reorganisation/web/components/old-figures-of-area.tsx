import { Select, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Period, periodName } from '#base/period.ts'
import { domains } from '#modules/services/shared/contract.ts'
import { packageMessages } from '#modules/services/shared/messages-package.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import { formatNumber } from '#base/numbers.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { OldFigure, OldFigures } from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'
import { oldFiguresQuery, oldPeriodsQuery } from '../requests.ts'

/**
 * What was counted of the old units, on the unit of today: a sum where every old unit came whole, the reason where it
 * cannot be told. Nothing for places without such figures.
 */
export function OldFiguresOfArea({ areaId, name }: { areaId: string; name: string }) {
  const t = useMessages(reorganisationMessages)
  const { language } = useLanguage()
  const [chosen, setChosen] = useState<string>()
  const { data: periods = [] } = useQuery(oldPeriodsQuery(areaId))
  const period = chosen ?? periods[0]
  if (period === undefined) return null
  return (
    <Stack gap="sm" component="section" aria-labelledby="old-figures">
      <Title order={2} id="old-figures">
        {t('reorganisation.old-figures')}
      </Title>
      <Text>{t('reorganisation.old-figures-lead', { name })}</Text>
      <Select
        label={t('reorganisation.period')}
        maw={320}
        data={periods.map((value) => ({ value, label: periodName(Period.parse(value), language) }))}
        value={period}
        onChange={(next) => setChosen(next ?? undefined)}
        allowDeselect={false}
      />
      <InPeriod areaId={areaId} period={period} />
    </Stack>
  )
}

function InPeriod({ areaId, period }: { areaId: string; period: string }) {
  const t = useMessages(reorganisationMessages)
  const { data, error } = useQuery(oldFiguresQuery(areaId, period))
  if (!data) return <ProblemNote problem={error} />
  const { areaName, units } = data
  const isOwn = units.length === 1 && units[0]?.id === areaId
  return (
    <>
      <Text c="dimmed">
        {isOwn
          ? t('reorganisation.own-figures', { name: areaName })
          : t('reorganisation.old-units', { names: units.map((unit) => unit.name).join(', ') })}
      </Text>
      <Figures figures={data.figures} />
    </>
  )
}

const keys = ['all', ...domains] as const

function Figures({ figures }: Pick<OldFigures, 'figures'>) {
  const t = useMessages(reorganisationMessages)
  const services = useMessages(packageMessages)
  const byKey = new Map(figures.map((figure) => [figure.key, figure]))
  const rows = keys.flatMap((key) => {
    const figure = byKey.get(key)
    const label = key === 'all' ? t('reorganisation.all-children') : services(`services.domain-${key}`)
    return figure ? [{ ...figure, label }] : []
  })
  const share = ({ due, got }: OldFigure) =>
    due === 0 ? '' : `${formatNumber(Math.round((got / due) * 1000) / 10)}%`
  return (
    <DataList
      label={t('reorganisation.old-figures')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', heading: t('reorganisation.figure'), kind: 'title', cell: ({ label }) => label },
        {
          key: 'due',
          heading: t('reorganisation.due'),
          kind: 'number',
          cell: ({ due }) => formatNumber(due),
        },
        {
          key: 'got',
          heading: t('reorganisation.got'),
          kind: 'number',
          cell: ({ got }) => formatNumber(got),
        },
        { key: 'share', heading: t('reorganisation.share'), kind: 'number', cell: share },
      ]}
    />
  )
}
