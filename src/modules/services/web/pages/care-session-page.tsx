import { Alert, Button, Group, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { readDraft, removeDraft, useDraft } from '#platform/web/draft.ts'
import { useShortcut } from '#platform/web/keyboard.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DayField } from '#ui/day-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { useToast } from '#ui/undo-toast.tsx'
import { VillageFilter } from '#modules/areas/web/public.tsx'
import type { CareSessionReply, DueWoman } from '../../shared/contract-pregnancies.ts'
import { servicesMessages } from '../../shared/messages.ts'
import { pregnancyMessages } from '../../shared/messages-pregnancies.ts'
import { careEntries, CareSession, isGiven, newCareSession, toggle, toggleAll } from '../care-session.ts'
import { WomanCell } from '../components/due-women.tsx'
import { afterRecording } from '../requests.ts'
import { dueWomenQuery, recordCareSession, undoCareSession } from '../requests-pregnancies.ts'
import '../services.css'

const draftKey = 'services.care-session'
const Search = z.object({ villageId: Id.optional().catch(undefined) })

/** An antenatal session: of each woman what she was given today, all of it sent at once. */
export function Page() {
  const t = useMessages(pregnancyMessages)
  const words = useMessages(servicesMessages)
  const { villageId } = usePageSearch(Search)
  const [session, setSession] = useState<CareSession>(
    () => readDraft(draftKey, CareSession) ?? newCareSession(todayHere(), villageId),
  )
  useDraft(draftKey, session)
  const save = useSave(session, setSession)
  const { data, error, isPending } = useQuery(dueWomenQuery({ state: 'open', villageId: session.villageId }))
  return (
    <>
      <PageHead
        title={t('services.women-session')}
        lead={t('services.women-session-lead')}
        back={{ to: '/services/due', label: words('services.due-title') }}
      />
      <Choice session={session} onChange={(part) => setSession({ ...session, ...part })} />
      <ProblemNote problem={save.error ?? error} />
      {save.data ? <Refused reply={save.data} women={data?.women ?? []} /> : null}
      {isPending ? <Loading /> : null}
      {data ? (
        <Women
          women={data.women}
          session={session}
          onChange={setSession}
          onSave={() => save.mutate()}
          isSaving={save.isPending}
        />
      ) : null}
    </>
  )
}

type WomenProps = {
  women: readonly DueWoman[]
  session: CareSession
  onChange: (session: CareSession) => void
  onSave: () => void
  isSaving: boolean
}

function Women({ women, session, onChange, onSave, isSaving }: WomenProps) {
  const t = useMessages(pregnancyMessages)
  const count = careEntries(session).length
  const maySave = count > 0 && session.doneOn !== undefined && !isSaving
  useShortcut('mod+enter', () => {
    if (maySave) onSave()
  })
  if (women.length === 0)
    return <EmptyState title={t('services.women-none')} why={t('services.women-none-why')} />
  return (
    <>
      <ul className="services-lines">
        {women.map((woman) => (
          <li key={woman.pregnancyId}>
            <Woman woman={woman} session={session} onChange={onChange} />
          </li>
        ))}
      </ul>
      <div className="services-foot no-print">
        <Text fw={600} role="status">
          {t('services.women-chosen', { count })}
        </Text>
        <Button disabled={!maySave} loading={isSaving} onClick={onSave}>
          {t('services.women-save', { count })}
        </Button>
      </div>
    </>
  )
}

function useSave(session: CareSession, onNext: (session: CareSession) => void) {
  const t = useMessages(pregnancyMessages)
  const queries = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: () => {
      const { id, doneOn = '' } = session
      return recordCareSession({ id, doneOn, entries: careEntries(session) })
    },
    onSuccess: async ({ sessionId, recorded }) => {
      const undo = async () => {
        await undoCareSession(sessionId)
        await afterRecording(queries)
      }
      if (recorded.length > 0)
        toast({ text: t('services.women-saved', { count: recorded.length }), onUndo: () => void undo() })
      removeDraft(draftKey)
      onNext(newCareSession(session.doneOn ?? todayHere(), session.villageId))
      await afterRecording(queries)
    },
  })
}

type ChoiceProps = { session: CareSession; onChange: (part: Partial<CareSession>) => void }

function Choice({ session, onChange }: ChoiceProps) {
  const words = useMessages(servicesMessages)
  const [today] = useState(todayHere)
  return (
    <div className="services-filters no-print">
      <DayField
        label={words('services.done-on')}
        value={session.doneOn}
        max={today}
        required
        onChange={(doneOn) => onChange({ doneOn })}
      />
      <VillageFilter value={session.villageId} onChange={(villageId) => onChange({ villageId })} />
    </div>
  )
}

type WomanProps = { woman: DueWoman; session: CareSession; onChange: (session: CareSession) => void }

/** A button for each service: pressed, she was given it today. */
function Woman({ woman, session, onChange }: WomanProps) {
  const t = useMessages(pregnancyMessages)
  const { language } = useLanguage()
  const { pregnancyId, motherName, services } = woman
  const codes = services.map(({ itemCode }) => itemCode)
  return (
    <>
      <span className="services-lines-words">
        <WomanCell woman={woman} />
        <Text className="services-quiet">{woman.areaName}</Text>
      </span>
      <Group gap="xs" className="services-given">
        {services.map(({ itemCode, name }) => {
          const isOn = isGiven(session, pregnancyId, itemCode)
          return (
            <Button
              key={itemCode}
              variant={isOn ? 'filled' : 'default'}
              aria-pressed={isOn}
              aria-label={t('services.given-of', { name: motherName, service: name[language] })}
              leftSection={isOn ? <IconCheck size={18} stroke={3} aria-hidden /> : undefined}
              onClick={() => onChange(toggle(session, pregnancyId, itemCode))}
            >
              {name[language]}
            </Button>
          )
        })}
        {codes.length > 1 ? (
          <Button
            variant="subtle"
            aria-label={t('services.all-of', { name: motherName })}
            onClick={() => onChange(toggleAll(session, pregnancyId, codes))}
          >
            {t('services.all-given')}
          </Button>
        ) : null}
      </Group>
    </>
  )
}

/** What could not be recorded and why, by name. */
function Refused({ reply, women }: { reply: CareSessionReply; women: readonly DueWoman[] }) {
  const t = useMessages(pregnancyMessages)
  if (reply.refused.length === 0) return null
  const nameOf = (id: string) => women.find(({ pregnancyId }) => pregnancyId === id)?.motherName ?? ''
  return (
    <Alert
      color="red"
      role="alert"
      mb="md"
      title={t('services.women-refused', { count: reply.refused.length })}
    >
      <ul>
        {reply.refused.map(({ pregnancyId, itemCode, text }) => (
          <li key={`${pregnancyId} ${itemCode}`}>
            {nameOf(pregnancyId)} {text}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
