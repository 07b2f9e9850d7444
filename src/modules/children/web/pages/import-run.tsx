import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PageProblem } from '#ui/page-problem.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { ProgressOfJob } from '#ui/progress-of-job.tsx'
import type { ImportRun } from '../../shared/contract-import.ts'
import { importMessages } from '../../shared/messages-import.ts'
import { ImportColumns, ImportCounts } from '../components/import-counts.tsx'
import { ImportRowsTable } from '../components/import-rows-table.tsx'
import { cancelImport, confirmImport, runQuery, runsQuery } from '../requests.ts'
import '../children.css'

const Params = z.object({ runId: Id })

export function Page() {
  const t = useMessages(importMessages)
  const { runId } = usePageParams(Params)
  const { data: run, error, isPending } = useQuery(runQuery(runId))
  const queries = useQueryClient()
  const status = run?.status
  useEffect(() => {
    if (status === 'imported') void queries.invalidateQueries({ queryKey: ['children', 'list'] })
  }, [status, queries])
  const back = { to: '/children/imports', label: t('children.import') }
  if (!run) return isPending ? <Loading /> : <PageProblem title={back.label} back={back} problem={error} />
  return (
    <>
      <PageHead
        title={run.fileName}
        lead={`${run.communeName} · ${t(`children.run-${run.status}`)}`}
        back={back}
      />
      <Stack gap="lg">
        <RunState run={run} />
        {run.status === 'checked' || run.status === 'imported' ? <CheckedRun run={run} /> : null}
      </Stack>
    </>
  )
}

/** Work under way, or why the file was refused. */
function RunState({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages)
  const { language } = useLanguage()
  if (run.failure)
    return (
      <Alert color="red" variant="light" role="alert" title={t('children.run-refused')}>
        <Text>{run.failure[language]}</Text>
        <PageButton to="/children/imports" mt="sm">
          {t('children.import-other-file')}
        </PageButton>
      </Alert>
    )
  if (run.status === 'waiting' || run.status === 'reading')
    return (
      <ProgressOfJob
        title={t('children.reading-rows', { rows: formatNumber(run.totalRows) })}
        done={run.totalRows}
        total={run.totalRows}
        actions={<CancelButton run={run} />}
      />
    )
  if (run.status === 'writing')
    return (
      <ProgressOfJob
        title={t('children.writing-rows', { rows: formatNumber(run.takenRows) })}
        done={0}
        total={run.takenRows}
      />
    )
  return null
}

function useRunChange(change: (runId: string) => Promise<ImportRun>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (run) => {
      queries.setQueryData(runQuery(run.id).queryKey, run)
      return queries.invalidateQueries({ queryKey: runsQuery.queryKey })
    },
  })
}

function CancelButton({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages)
  const cancel = useRunChange(cancelImport)
  return (
    <>
      <Button variant="default" mt="sm" loading={cancel.isPending} onClick={() => cancel.mutate(run.id)}>
        {t('children.import-cancel')}
      </Button>
      <ProblemNote problem={cancel.error} />
    </>
  )
}

function CheckedRun({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages)
  const confirm = useRunChange(confirmImport)
  const problems = useMutation({ mutationFn: () => api.download(`/children/imports/${run.id}/problems`) })
  const left = run.refusedRows + run.heldRows + run.knownRows
  return (
    <>
      <ImportCounts run={run} />
      <Group>
        {run.takenRows > 0 ? (
          <Button loading={confirm.isPending} onClick={() => confirm.mutate(run.id)}>
            {t('children.import-confirm', { count: formatNumber(run.takenRows) })}
          </Button>
        ) : null}
        {left > 0 ? (
          <Button variant="default" loading={problems.isPending} onClick={() => problems.mutate()}>
            {t('children.import-problems')}
          </Button>
        ) : null}
        {run.status === 'imported' ? (
          <PageButton to="/children" variant="default">
            {t('children.see-list')}
          </PageButton>
        ) : null}
      </Group>
      <ProblemNote problem={confirm.error ?? problems.error} />
      {run.heldRows > 0 ? <ImportRowsTable run={run} state="held" /> : null}
      {run.refusedRows > 0 ? <ImportRowsTable run={run} state="refused" /> : null}
      {run.status === 'checked' && run.takenRows > 0 ? <ImportRowsTable run={run} state="taken" /> : null}
      <ImportColumns run={run} />
      {run.status === 'checked' ? (
        <Group>
          <CancelButton run={run} />
        </Group>
      ) : null}
    </>
  )
}
