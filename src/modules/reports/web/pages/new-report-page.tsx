import { Button, NativeSelect, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { newId } from '#base/id.ts'
import { periodName } from '#base/period.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, useGo } from '#platform/web/page-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { ReportChoices } from '../../shared/contract.ts'
import { reportsMessages } from '../../shared/messages.ts'
import { reportsProblem } from '../../shared/problems.ts'
import { buildReport, choicesQuery, reportQuery } from '../requests.ts'

export function Page() {
  const t = useMessages(reportsMessages)
  const { area } = useActor()
  const { data: choices, error, isPending } = useQuery(choicesQuery)
  return (
    <>
      <PageHead
        title={t('reports.new')}
        lead={t('reports.new-lead', { area: nameInSentence(area.name) })}
        back={{ to: '/reports', label: t('reports.list') }}
      />
      <Stack gap="md" maw={640}>
        <ProblemNote
          problem={error ?? (choices?.areaId === null ? reportsProblem('reports.wrong-level') : null)}
        />
        {isPending ? <Loading rows={2} /> : null}
        {choices ? <NewReport choices={choices} /> : null}
      </Stack>
    </>
  )
}

function NewReport({ choices }: { choices: ReportChoices }) {
  const t = useMessages(reportsMessages)
  const { language } = useLanguage()
  const [planId, choosePlan] = useState(choices.plans[0]?.id ?? '')
  const [period, choosePeriod] = useState(choices.periods[0] ?? '')
  const [id] = useState(newId)
  const building = useBuilding()
  if (choices.plans.length === 0) {
    const read = <PageButton to="/plans">{t('reports.plan-read')}</PageButton>
    return <EmptyState title={t('reports.plan-none')} actions={read} />
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    building.mutate({ id, planId, period })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <NativeSelect
          label={t('reports.plan')}
          value={planId}
          onChange={(event) => choosePlan(event.currentTarget.value)}
          data={choices.plans.map(({ id: value, name: label }) => ({ value, label }))}
        />
        <NativeSelect
          label={t('reports.period')}
          value={period}
          onChange={(event) => choosePeriod(event.currentTarget.value)}
          data={choices.periods.map((value) => ({ value, label: periodName(value, language) }))}
        />
        <ProblemNote problem={building.error} />
        <Button type="submit" loading={building.isPending} disabled={choices.areaId === null}>
          {t('reports.build')}
        </Button>
      </Stack>
    </form>
  )
}

function useBuilding() {
  const queries = useQueryClient()
  const go = useGo()
  return useMutation({
    mutationFn: buildReport,
    onSuccess: async (report) => {
      queries.setQueryData(reportQuery(report.id).queryKey, report)
      await queries.invalidateQueries({ queryKey: ['reports'], exact: true })
      go(`/reports/${report.id}`)
    },
  })
}
