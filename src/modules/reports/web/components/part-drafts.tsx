import { Alert, Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Report } from '../../shared/contract.ts'
import { reportsFlowMessages } from '../../shared/messages-flow.ts'
import { takePart } from '../requests-flow.ts'
import { reportQuery } from '../requests.ts'

/** Drafts of units that went into this one, to be taken into its one report. */
export function PartDrafts({ report }: { report: Report }) {
  if (!report.may.includes('write')) return null
  return report.partDrafts.map((part) => <PartDraft key={part.id} report={report} part={part} />)
}

function PartDraft({ report, part }: { report: Report; part: Report['partDrafts'][number] }) {
  const t = useMessages(reportsFlowMessages)
  const queries = useQueryClient()
  const [id] = useState(newId)
  const taking = useMutation({
    mutationFn: () => takePart(report.id, { id, partId: part.id }),
    onSuccess: (next) => queries.setQueryData(reportQuery(report.id).queryKey, next),
  })
  return (
    <Alert color="blue" variant="light" mb="md" className="no-print">
      <Group gap="sm">
        <Text>{t('reports.part-draft', { name: part.areaName })}</Text>
        <Button variant="default" onClick={() => taking.mutate()} loading={taking.isPending}>
          {t('reports.part-take')}
        </Button>
      </Group>
      <ProblemNote problem={taking.error} />
    </Alert>
  )
}
