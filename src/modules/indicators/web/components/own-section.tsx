import { Group, Select, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { OwnIndicator } from '../../shared/contract-own.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsOwnMessages } from '../../shared/messages-own.ts'
import { ownQuery, valuesQuery, type Where } from '../requests.ts'
import { ValuesTable } from './values-table.tsx'

/** Of each indicator the newest approved version; without breakdowns there is nothing to show by groups. */
function approved(list: readonly OwnIndicator[]): OwnIndicator[] {
  const newest = new Map<string, OwnIndicator>()
  for (const own of list)
    if (own.state === 'approved' && (newest.get(own.code)?.version ?? 0) < own.version)
      newest.set(own.code, own)
  return [...newest.values()].filter(({ breakdowns }) => breakdowns.length > 0)
}

/** The indicators a place made for itself, by the groups they were made to be seen by. */
export function OwnSection({ where }: { where: Required<Where> }) {
  const t = useMessages(indicatorsOwnMessages)
  const { data = [] } = useQuery(ownQuery)
  const list = approved(data)
  const [code, setCode] = useState<string>()
  const own = list.find((one) => one.code === code) ?? list[0]
  if (!own) return null
  return (
    <section aria-label={t('indicators.own-parts')}>
      <Title order={2} mb="sm">
        {t('indicators.own-parts')}
      </Title>
      <OwnParts
        key={own.code}
        {...{ own, where }}
        choices={list.map((one) => ({ value: one.code, label: one.nameVi }))}
        onChange={setCode}
      />
    </section>
  )
}

type PartsProps = {
  own: OwnIndicator
  where: Required<Where>
  choices: { value: string; label: string }[]
  onChange: (code: string) => void
}

function OwnParts({ own, where, choices, onChange }: PartsProps) {
  const t = useMessages(indicatorsOwnMessages)
  const all = useMessages(indicatorsMessages)
  const [chosen, setChosen] = useState(own.breakdowns[0] ?? 'sex')
  const { data, error } = useQuery(valuesQuery(where, { by: chosen, codes: own.code }))
  const names = own.breakdowns.map((by) => ({
    value: by,
    label: by === 'unit' ? all('indicators.unit') : all(`indicators.by-${by}`),
  }))
  return (
    <>
      <Group mb="sm" className="no-print" align="end">
        <Select
          label={all('indicators.of-indicator')}
          data={choices}
          value={own.code}
          allowDeselect={false}
          onChange={(next) => (next ? onChange(next) : undefined)}
        />
        <Select
          label={t('indicators.own-part')}
          data={names}
          value={chosen}
          allowDeselect={false}
          onChange={(next) => setChosen(own.breakdowns.find((by) => by === next) ?? chosen)}
        />
      </Group>
      <ProblemNote problem={error} />
      {data ? (
        <ValuesTable
          label={`${own.nameVi}: ${names.find(({ value }) => value === chosen)?.label ?? ''}`}
          heading={all('indicators.group')}
          values={data.values}
          where={where}
          empty={all('indicators.no-data')}
        />
      ) : error ? null : (
        <Loading rows={3} />
      )}
    </>
  )
}
