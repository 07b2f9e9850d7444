import { Alert, Button, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Day, vietnamDay } from '#base/day.ts'
import { Id, newId } from '#base/id.ts'
import { useActor } from '#platform/web/actor.tsx'
import { readDraft, removeDraft, useDraft } from '#platform/web/draft.ts'
import { useShortcut } from '#platform/web/keyboard.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DayField } from '#ui/day-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import type { Candidate, SessionReply } from '../../shared/requests.ts'
import { WhoCame } from '../components/who-came.tsx'
import {
  afterRecording,
  candidatesQuery,
  packageQuery,
  recordSession,
  undoSession,
  villagesQuery,
} from '../requests.ts'
import '../services.css'

const draftKey = 'services.session'

/** Kept on the device until it is sent, ids included: a reply that got lost is asked for again, not doubled. */
const Session = z.object({
  id: Id,
  itemCode: z.string(),
  villageId: Id.optional(),
  doneOn: Day.optional(),
  came: z.record(Id, Id),
})
type Session = z.infer<typeof Session>

const Search = z.object({
  villageId: Id.optional().catch(undefined),
  itemCode: z.string().optional().catch(undefined),
})

function newSession({ itemCode = '', villageId }: Partial<Session>): Session {
  const doneOn = vietnamDay(new Date())
  return { id: newId(), itemCode, doneOn, came: {}, ...(villageId ? { villageId } : {}) }
}

function firstSession({ itemCode, villageId }: z.infer<typeof Search>): Session {
  if (itemCode === undefined) return readDraft(draftKey, Session) ?? newSession({})
  return newSession({ itemCode, ...(villageId ? { villageId } : {}) })
}

/** Weighing day, vaccination day, talk: who came today. */
export function Page() {
  const t = useMessages(servicesMessages)
  const search = usePageSearch(Search)
  const [session, setSession] = useState<Session>(() => firstSession(search))
  useDraft(draftKey, session)
  const save = useSaveSession(session, setSession)
  return (
    <>
      <PageHead title={t('services.session-title')} lead={t('services.session-lead')} />
      <SessionChoice session={session} onChange={(part) => setSession({ ...session, came: {}, ...part })} />
      <ProblemNote problem={save.error} />
      {save.data && save.data.refused.length > 0 ? <Refused reply={save.data} /> : null}
      {session.itemCode === '' || !session.doneOn ? (
        <EmptyState title={t('services.session-choose')} />
      ) : (
        <SessionChildren
          session={session}
          day={session.doneOn}
          onChange={setSession}
          onSave={() => save.mutate()}
          isSaving={save.isPending}
        />
      )}
    </>
  )
}

type ChildrenProps = {
  session: Session
  day: Day
  onChange: (session: Session) => void
  onSave: () => void
  isSaving: boolean
}

function SessionChildren({ session, day, onChange, onSave, isSaving }: ChildrenProps) {
  const t = useMessages(servicesMessages)
  const { itemCode, villageId, came } = session
  const { data, error, isPending } = useQuery(candidatesQuery({ itemCode, villageId, day }))
  const count = Object.keys(came).length
  useShortcut('mod+enter', () => {
    if (count > 0) onSave()
  })
  if (!data) return isPending ? <Loading /> : <ProblemNote problem={error} />
  return (
    <>
      {data.candidates.length === 0 ? <EmptyState title={t('services.session-none')} /> : null}
      {data.more ? <Text mb="sm">{t('services.session-many')}</Text> : null}
      <WhoCame
        candidates={data.candidates}
        came={came}
        onChange={(next) => onChange({ ...session, came: next })}
      />
      <div className="services-foot no-print">
        <div>
          <Text fw={600}>{t('services.came-count', { count })}</Text>
          <Text className="services-quiet services-keys">{t('services.session-keys')}</Text>
        </div>
        <Button disabled={count === 0} loading={isSaving} onClick={onSave}>
          {t('services.session-save', { count })}
        </Button>
      </div>
    </>
  )
}

function useSaveSession(session: Session, onNext: (session: Session) => void) {
  const t = useMessages(servicesMessages)
  const queries = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: () => {
      const { id, itemCode, doneOn = '', came } = session
      const entries = Object.entries(came).map(([childId, recordId]) => {
        return { childId, recordId, dose: null, answer: 'done' as const, note: null, irregular: false }
      })
      return recordSession({ id, itemCode, doneOn, entries })
    },
    onSuccess: async (reply) => {
      const undo = async () => {
        await undoSession(reply.sessionId)
        await afterRecording(queries)
      }
      const count = reply.recorded.length
      if (count > 0) toast({ text: t('services.session-saved', { count }), onUndo: () => void undo() })
      removeDraft(draftKey)
      onNext({ ...session, id: newId(), came: {} })
      await afterRecording(queries)
    },
  })
}

function SessionChoice({
  session,
  onChange,
}: {
  session: Session
  onChange: (part: Partial<Session>) => void
}) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  const { area } = useActor()
  const { data: pkg } = useQuery(packageQuery)
  const { data: villages } = useQuery(villagesQuery(area))
  const [today] = useState(() => vietnamDay(new Date()))
  return (
    <div className="services-filters no-print">
      <SearchSelect
        label={t('services.item')}
        choices={(pkg?.items ?? []).map(({ code, name }) => ({ value: code, label: name[language] }))}
        value={session.itemCode === '' ? undefined : session.itemCode}
        nothingFound={t('services.item-nothing')}
        required
        onChange={(itemCode) => onChange({ itemCode: itemCode ?? '' })}
      />
      <DayField
        label={t('services.done-on')}
        value={session.doneOn}
        max={today}
        required
        onChange={(doneOn) => onChange({ doneOn })}
      />
      {area.kind === 'commune' ? (
        <SearchSelect
          label={t('services.filter-village')}
          placeholder={t('services.all-villages')}
          choices={(villages ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={session.villageId}
          clearable
          onChange={(villageId) => onChange({ villageId })}
        />
      ) : null}
    </div>
  )
}

/** Who could not be recorded and why, by name as long as the list is on the screen. */
function Refused({ reply }: { reply: SessionReply }) {
  const t = useMessages(servicesMessages)
  const queries = useQueryClient()
  const cached = queries.getQueriesData<{ candidates: Candidate[] }>({ queryKey: ['services', 'candidates'] })
  const names = new Map(
    cached.flatMap(([, data]) => data?.candidates ?? []).map((one) => [one.childId, one.fullName]),
  )
  return (
    <Alert
      color="red"
      role="alert"
      mb="md"
      title={t('services.session-refused', { count: reply.refused.length })}
    >
      <ul>
        {reply.refused.map(({ childId, text }) => (
          <li key={childId}>
            {names.get(childId) ?? ''}: {text}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
