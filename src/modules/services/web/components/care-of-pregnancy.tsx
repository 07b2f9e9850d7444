import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { PageSection } from '#ui/page-section.tsx'
import type { ChildService } from '../../shared/contract.ts'
import type { CareOfPregnancy, StoredCare } from '../../shared/contract-pregnancies.ts'
import { servicesMessages } from '../../shared/messages.ts'
import { pregnancyMessages } from '../../shared/messages-pregnancies.ts'
import { afterRecording } from '../requests.ts'
import { careQuery, undoCare } from '../requests-pregnancies.ts'
import { RecordCareDialog } from './record-care-dialog.tsx'
import { ServiceLines } from './service-lines.tsx'
import '../services.css'

export type CareSectionProps = { pregnancyId: string; motherName: string }

type Group = { key: 'to-do' | 'coming' | 'given' | 'missed'; states: readonly ChildService['state'][] }

const groups: readonly Group[] = [
  { key: 'to-do', states: ['overdue', 'due'] },
  { key: 'coming', states: ['coming'] },
  { key: 'given', states: ['done', 'declined'] },
  { key: 'missed', states: ['not-applicable'] },
]

/** On the page of a pregnancy: what is owed now and next, what was given, and everything that was written down. */
export function CareOfPregnancySection({ pregnancyId, motherName }: CareSectionProps) {
  const t = useMessages(pregnancyMessages)
  const words = useMessages(servicesMessages)
  const may = useMay()
  const { data, error, isPending } = useQuery(careQuery(pregnancyId))
  const [recording, setRecording] = useState<{ itemCode: string | undefined } | undefined>(undefined)
  if (!data) return isPending ? <Loading /> : <ProblemNote problem={error} />
  const mayRecord = may('services.record')
  return (
    <Stack gap="lg">
      <section aria-labelledby="care-services">
        <Group justify="space-between" mb="sm">
          <Title order={2} id="care-services">
            {t('services.care-title')}
          </Title>
          {mayRecord ? (
            <RecordButton state={data.state} onClick={() => setRecording({ itemCode: undefined })} />
          ) : null}
        </Group>
        {data.state === 'ended' ? <Alert color="gray">{t('services.care-ended')}</Alert> : null}
        {groups.map((group) => (
          <Lines
            key={group.key}
            group={group}
            services={data.services}
            onRecord={mayRecord ? (itemCode) => setRecording({ itemCode }) : undefined}
          />
        ))}
        <NothingToDo care={data} />
      </section>
      <CareHistory care={data} />
      <Text className="services-quiet">
        {words('services.package-note', { version: data.packageVersion })}
      </Text>
      {recording ? (
        <RecordCareDialog
          {...{ pregnancyId, motherName, items: data.items, today: data.today }}
          itemCode={recording.itemCode}
          onClose={() => setRecording(undefined)}
        />
      ) : null}
    </Stack>
  )
}

/** After the end only what was done before it is still written down. */
function RecordButton({ state, onClick }: Pick<CareOfPregnancy, 'state'> & { onClick: () => void }) {
  const t = useMessages(pregnancyMessages)
  const words = useMessages(servicesMessages)
  const isOver = state !== 'expecting'
  return (
    <Button className="no-print" variant={isOver ? 'default' : 'filled'} onClick={onClick}>
      {isOver ? t('services.record-late') : words('services.record')}
    </Button>
  )
}

function NothingToDo({ care: { state, services } }: { care: CareOfPregnancy }) {
  const t = useMessages(pregnancyMessages)
  const isOpen = services.some((one) => one.state === 'due' || one.state === 'overdue')
  return state === 'expecting' && !isOpen ? <Text>{t('services.care-none')}</Text> : null
}

type LinesProps = {
  group: Group
  services: readonly ChildService[]
  onRecord: ((itemCode: string) => void) | undefined
}

function Lines({ group: { key, states }, services, onRecord }: LinesProps) {
  const t = useMessages(pregnancyMessages)
  const lines = services.filter(({ state }) => states.includes(state))
  if (lines.length === 0) return null
  return (
    <>
      <Title order={3} mt="md" mb="xs">
        {t(`services.care-${key}`)}
      </Title>
      <ServiceLines lines={lines} onRecord={key === 'to-do' ? onRecord : undefined} />
    </>
  )
}

/** Every record, newest first; each can be undone and stays in sight. */
function CareHistory({ care: { records, items } }: { care: CareOfPregnancy }) {
  const t = useMessages(pregnancyMessages)
  const words = useMessages(servicesMessages)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const toast = useToast()
  const undo = useMutation({
    mutationFn: undoCare,
    onSuccess: async () => {
      toast({ text: words('services.undone') })
      await afterRecording(queries)
    },
  })
  const nameOf = (itemCode: string) => items.find(({ code }) => code === itemCode)?.name[language] ?? itemCode
  if (records.length === 0) return null
  return (
    <PageSection id="care-history" title={t('services.care-history')}>
      <ProblemNote problem={undo.error} />
      <ul className="services-lines">
        {records.map((record) => (
          <CareLine
            key={record.id}
            record={record}
            name={nameOf(record.itemCode)}
            onUndo={() => undo.mutate(record)}
          />
        ))}
      </ul>
    </PageSection>
  )
}

type CareLineProps = { record: StoredCare; name: string; onUndo: () => void }

function CareLine({ record, name, onUndo }: CareLineProps) {
  const t = useMessages(servicesMessages)
  const words = useMessages(pregnancyMessages)
  const may = useMay()
  const day = formatDay(record.doneOn)
  const marks = [
    record.answer === 'done' ? undefined : words(`services.her-answer-${record.answer}`),
    record.note ?? undefined,
    record.recordedByName ? t('services.by', { name: record.recordedByName }) : undefined,
    record.undoneAt ? t('services.undone-mark') : undefined,
  ]
  return (
    <li>
      <span className="tabular">{day}</span>
      <span className="services-lines-words">
        <span className={record.undoneAt ? 'services-struck' : undefined}>{name}</span>{' '}
        <small>{marks.filter(Boolean).join(' · ')}</small>
      </span>
      {may('services.record') && !record.undoneAt ? (
        <Button
          variant="subtle"
          className="no-print"
          aria-label={t('services.undo-of', { name, day })}
          onClick={onUndo}
        >
          {t('services.undo')}
        </Button>
      ) : null}
    </li>
  )
}
