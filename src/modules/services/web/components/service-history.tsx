import { Button, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { PageSection } from '#ui/page-section.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import type { ServicesOfChild, StoredRecord } from '../../shared/requests.ts'
import { afterRecording, packageQuery, undoRecord } from '../requests.ts'
import { firstOnPhone } from './short-list.tsx'

const shownAtFirst = 12

/** Every record of a child, newest first; each can be undone and stays in sight. */
export function ServiceHistory({ childId, services }: { childId: string; services: ServicesOfChild }) {
  const t = useMessages(servicesMessages)
  const [all, setAll] = useState(false)
  const queries = useQueryClient()
  const toast = useToast()
  const undo = useMutation({
    mutationFn: (record: StoredRecord) => undoRecord(childId, record.id),
    onSuccess: async () => {
      toast({ text: t('services.undone') })
      await afterRecording(queries)
    },
  })
  const { records } = services
  const shown = all ? records : records.slice(0, shownAtFirst)
  return (
    <PageSection id="services-history" title={t('services.history')}>
      {records.length === 0 ? <Text>{t('services.history-none')}</Text> : null}
      <ProblemNote problem={undo.error} />
      {shown.length > 0 ? (
        <ul
          className="services-lines services-stacked"
          data-short={(!all && shown.length > firstOnPhone) || undefined}
        >
          {shown.map((record) => (
            <HistoryLine key={record.id} record={record} onUndo={() => undo.mutate(record)} />
          ))}
        </ul>
      ) : null}
      {!all && records.length > firstOnPhone ? (
        <Button
          className={records.length > shown.length ? 'no-print' : 'services-whole no-print'}
          variant="default"
          mt="sm"
          onClick={() => setAll(true)}
        >
          {t('services.more-history', { count: records.length })}
        </Button>
      ) : null}
    </PageSection>
  )
}

function useNameOf({ itemCode, dose }: StoredRecord): string {
  const { language } = useLanguage()
  const { data: pkg } = useQuery(packageQuery)
  const item = pkg?.items.find(({ code }) => code === itemCode)
  const given = item?.doses.find((one) => one.dose === dose) ?? item
  return given?.name[language] ?? itemCode
}

function RecordMarks({ record }: { record: StoredRecord }) {
  const t = useMessages(servicesMessages)
  const marks = [
    record.answer === 'done' ? undefined : t(`services.answer-${record.answer}`),
    record.irregular ? t('services.irregular-mark') : undefined,
    record.note ?? undefined,
    record.recordedByName ? t('services.by', { name: record.recordedByName }) : undefined,
    record.undoneAt ? t('services.undone-mark') : undefined,
  ]
  return <small>{marks.filter(Boolean).join(' · ')}</small>
}

function HistoryLine({ record, onUndo }: { record: StoredRecord; onUndo: () => void }) {
  const t = useMessages(servicesMessages)
  const may = useMay()
  const name = useNameOf(record)
  const day = formatDay(record.doneOn)
  return (
    <li>
      <span className="tabular">{day}</span>
      <span className="services-lines-words">
        <span className={record.undoneAt ? 'services-struck' : undefined}>{name}</span>{' '}
        <RecordMarks record={record} />
      </span>
      {may('services.record') && !record.undoneAt ? (
        <Button variant="subtle" aria-label={t('services.undo-of', { name, day })} onClick={onUndo}>
          {t('services.undo')}
        </Button>
      ) : null}
    </li>
  )
}
