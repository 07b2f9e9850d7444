import { Alert, Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Dispatch, type SetStateAction, useCallback, useState } from 'react'
import { type Day, formatDay, vietnamDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
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
import { VillageFilter } from '#modules/areas/web/public.tsx'
import { ClassSelect } from '#modules/children/web/public.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import { sessionMessages } from '../../shared/messages-session.ts'
import type { Candidate, SessionReply } from '../../shared/requests.ts'
import { WhoCame } from '../components/who-came.tsx'
import { afterRecording, candidatesQuery, packageQuery, recordSession, undoSession } from '../requests.ts'
import { AskedSession, entriesOf, openSession, type SaidOf, Session, withoutReason } from '../session.ts'
import '../services.css'

const draftKey = 'services.session'

/** Weighing day, vaccination day, talk: who came today, who refused and why. */
export function Page() {
  const t = useMessages(servicesMessages)
  const search = usePageSearch(AskedSession)
  const [session, setSession] = useState<Session>(() =>
    openSession(search, readDraft(draftKey, Session), vietnamDay(new Date())),
  )
  useDraft(draftKey, session)
  const save = useSaveSession(session, setSession)
  return (
    <>
      <PageHead
        title={t('services.session-title')}
        lead={<span className="no-print">{t('services.session-lead')}</span>}
      />
      <Choice session={session} onChange={(part) => setSession({ ...session, said: {}, ...part })} />
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
  onChange: Dispatch<SetStateAction<Session>>
  onSave: () => void
  isSaving: boolean
}

function SessionChildren({ session, day, onChange, onSave, isSaving }: ChildrenProps) {
  const t = useMessages(servicesMessages)
  const { itemCode, villageId, facilityId, className, childIds, said } = session
  const { data, error, isPending } = useQuery(
    candidatesQuery({ itemCode, villageId, facilityId, className, childIds, day }),
  )
  const changeSaid = useCallback(
    (change: (said: SaidOf) => SaidOf) => onChange((before) => ({ ...before, said: change(before.said) })),
    [onChange],
  )
  const maySave = Object.keys(said).length > 0 && withoutReason(said).length === 0 && !isSaving
  useShortcut('mod+enter', () => {
    if (maySave) onSave()
  })
  if (!data) return isPending ? <Loading /> : <ProblemNote problem={error} />
  return (
    <>
      <OnPaper session={session} candidates={data.candidates} />
      {data.candidates.length === 0 ? <EmptyState title={t('services.session-none')} /> : null}
      {data.more ? <Text mb="sm">{t('services.session-many')}</Text> : null}
      <ChosenNote session={session} left={data.left} onChange={onChange} />
      <WhoCame candidates={data.candidates} said={said} onChange={changeSaid} />
      <SessionFoot said={said} maySave={maySave} onSave={onSave} isSaving={isSaving} />
    </>
  )
}

/** What the paper is for; on the screen the fields above say it. */
function OnPaper({ session, candidates }: { session: Session; candidates: readonly Candidate[] }) {
  const { language } = useLanguage()
  const { data: pkg } = useQuery(packageQuery)
  const { itemCode, doneOn, villageId, className } = session
  const words = [
    pkg?.items.find(({ code }) => code === itemCode)?.name[language],
    doneOn ? formatDay(doneOn) : undefined,
    villageId ? candidates[0]?.villageName : undefined,
    className,
  ]
  return <p className="print-only services-on-paper">{words.filter(Boolean).join(' · ')}</p>
}

type FootProps = { said: SaidOf; maySave: boolean; onSave: () => void; isSaving: boolean }

function SessionFoot({ said, maySave, onSave, isSaving }: FootProps) {
  const t = useMessages(servicesMessages)
  const words = useMessages(sessionMessages)
  const all = Object.values(said)
  const declined = all.filter(({ answer }) => answer !== 'done').length
  const missing = withoutReason(said).length
  return (
    <div className="services-foot no-print">
      <div role="status">
        <Text fw={600}>
          {t('services.came-count', { count: all.length })}
          {declined > 0 ? ` · ${words('services.session-declined', { count: declined })}` : ''}
        </Text>
        {missing > 0 ? (
          <Text c="red.8">{words('services.session-no-reason', { count: missing })}</Text>
        ) : (
          <Text className="services-quiet services-keys">{t('services.session-keys')}</Text>
        )}
      </div>
      <Button disabled={!maySave} loading={isSaving} onClick={onSave}>
        {t('services.session-save', { count: all.length })}
      </Button>
    </div>
  )
}

type NoteProps = { session: Session; left: number; onChange: (session: Session) => void }

/** A session for chosen children says so, and how many of them are not in it. */
function ChosenNote({ session, left, onChange }: NoteProps) {
  const t = useMessages(sessionMessages)
  if (session.childIds === undefined) return null
  const { childIds, ...all } = session
  return (
    <Group mb="sm" gap="sm" className="no-print">
      <Text>
        {t('services.session-chosen', { count: childIds.split(',').length })}{' '}
        {left > 0 ? t('services.session-left', { count: left }) : ''}
      </Text>
      <Button variant="subtle" onClick={() => onChange(all)}>
        {t('services.session-all')}
      </Button>
    </Group>
  )
}

function useSaveSession(session: Session, onNext: (session: Session) => void) {
  const t = useMessages(servicesMessages)
  const queries = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: () => {
      const { id, itemCode, doneOn = '', said } = session
      return recordSession({ id, itemCode, doneOn, entries: entriesOf(said) })
    },
    onSuccess: async (reply) => {
      const undo = async () => {
        await undoSession(reply.sessionId)
        await afterRecording(queries)
      }
      const count = reply.recorded.length
      if (count > 0) toast({ text: t('services.session-saved', { count }), onUndo: () => void undo() })
      removeDraft(draftKey)
      onNext({ ...session, id: newId(), said: {} })
      await afterRecording(queries)
    },
  })
}

type ChoiceProps = { session: Session; onChange: (part: Partial<Session>) => void }

function Choice({ session, onChange }: ChoiceProps) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  const { data: pkg } = useQuery(packageQuery)
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
      <VillageFilter value={session.villageId} onChange={(villageId) => onChange({ villageId })} />
      <ClassSelect
        value={session}
        onChange={({ facilityId, className }) => onChange({ facilityId, className })}
      />
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
