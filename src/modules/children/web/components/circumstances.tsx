import { Alert, Button, Group, List, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay, formatMoment } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { PageSection } from '#ui/page-section.tsx'
import { isConfidential, reasonLength } from '../../shared/confidential.ts'
import type { Circumstance } from '../../shared/contract-confidential.ts'
import { confidentialMessages } from '../../shared/messages-confidential.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { circumstanceSubgroups, specialCircumstances } from '../../shared/special-circumstances.ts'
import { afterChange } from '../requests.ts'
import { circumstancesQuery, openConfidential } from '../requests-confidential.ts'
import { undoCircumstance } from '../requests-facts.ts'
import { CircumstanceDialog } from './circumstance-dialog.tsx'

/** The groups a child belongs to, as far as the reader may know; opening the rest stands beside. */
export function ChildCircumstances({ childId }: { childId: string }) {
  const t = useMessages(confidentialMessages)
  const may = useMay()
  const [isOpening, setOpening] = useState(false)
  const { data, error } = useQuery(circumstancesQuery(childId))
  const mayOpen = may('children.break-glass') && !may('children.confidential') && !data?.until
  return (
    <PageSection id="children-circumstances" title={t('children.circumstances')}>
      <ProblemNote problem={error} />
      {data?.until ? (
        <Alert color="yellow" mb="sm">
          {t('children.open-until', { until: formatMoment(data.until) })}
        </Alert>
      ) : null}
      {data ? <Groups childId={childId} circumstances={data.circumstances} /> : null}
      {mayOpen ? (
        <Button mt="sm" variant="default" className="no-print" onClick={() => setOpening(true)}>
          {t('children.open')}
        </Button>
      ) : null}
      {isOpening ? <OpenDialog childId={childId} onClose={() => setOpening(false)} /> : null}
    </PageSection>
  )
}

function Groups({ childId, circumstances }: { childId: string; circumstances: readonly Circumstance[] }) {
  const t = useMessages(confidentialMessages)
  if (circumstances.length === 0) return <Text>{t('children.circumstances-none')}</Text>
  const days = ({ fromDay, toDay }: Circumstance) =>
    toDay
      ? t('children.circumstance-days', { from: formatDay(fromDay), to: formatDay(toDay) })
      : t('children.circumstance-from', { from: formatDay(fromDay) })
  return (
    <List>
      {circumstances.map((one) => (
        <List.Item key={one.id}>
          {specialCircumstances[one.groupNo - 1]}
          {one.subgroup ? ` (${subgroupName(one.subgroup)})` : ''}, {days(one)},{' '}
          {t('children.circumstance-source', { source: one.source })}
          {one.detail ? `. ${one.detail}` : ''}
          <CircumstanceActions childId={childId} circumstance={one} />
        </List.Item>
      ))}
    </List>
  )
}

function subgroupName(code: string): string {
  return Object.entries(circumstanceSubgroups).find(([known]) => known === code)?.[1] ?? code
}

/** An opening of the confidential part shows; it does not let anybody write. */
function CircumstanceActions({ childId, circumstance }: { childId: string; circumstance: Circumstance }) {
  const t = useMessages(factMessages)
  const may = useMay()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const undo = useMutation({ mutationFn: undoCircumstance, onSuccess: () => afterChange(queries) })
  const mayWrite = may('children.write') && (may('children.confidential') || !isConfidential(circumstance))
  if (!mayWrite) return null
  return (
    <Group gap="xs" className="no-print">
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {t('children.fact-correct')}
      </Button>
      <Button
        variant="subtle"
        loading={undo.isPending}
        onClick={() => undo.mutate({ childId, id: circumstance.id })}
      >
        {t('children.fact-undo')}
      </Button>
      <ProblemNote problem={undo.error} />
      {isOpen ? (
        <CircumstanceDialog childId={childId} corrects={circumstance} onClose={() => setOpen(false)} />
      ) : null}
    </Group>
  )
}

/** Break-glass: a written reason, and who is told of it, before anything is shown. */
function OpenDialog({ childId, onClose }: { childId: string; onClose: () => void }) {
  const t = useMessages(confidentialMessages)
  const queries = useQueryClient()
  const [id] = useState(() => newId())
  const [reason, setReason] = useState('')
  const opening = useMutation({
    mutationFn: () => openConfidential({ childId, id, reason: reason.trim() }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['children'] })
      onClose()
    },
  })
  const isShort = reason.trim().length < reasonLength.min
  return (
    <Dialog onClose={onClose} title={t('children.open')}>
      <Text mb="md">{t('children.open-why')}</Text>
      <Textarea
        label={t('children.open-reason')}
        description={t('children.open-reason-rule')}
        error={reason !== '' && isShort ? t('children.reason-short') : undefined}
        autosize
        minRows={3}
        maxLength={reasonLength.max}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemNote problem={opening.error} />
      <Group mt="md">
        <Button disabled={isShort} loading={opening.isPending} onClick={() => opening.mutate()}>
          {t('children.open-do')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('children.open-back')}
        </Button>
      </Group>
    </Dialog>
  )
}
