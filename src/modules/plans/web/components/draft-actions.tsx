import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '#base/id.ts'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { IssueDraft, type PlanDraft } from '../../shared/drafting.ts'
import { draftMessages } from '../../shared/messages-drafts.ts'
import {
  discardDraft,
  draftQuery,
  draftsQuery,
  fetchDraft,
  issueDraft,
  saveDraft,
} from '../requests-drafts.ts'
import { planQuery } from '../requests.ts'
import { type Editing, isChanged, openDraft, takeTheirs } from './draft-state.ts'

type Props = { editing: Editing; onChange: (editing: Editing) => void }

/** Saving; when somebody else saved meanwhile, their changes come in beside what was typed here. */
export function SaveBar({ editing, onChange }: Props) {
  const t = useMessages(draftMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const { opened, content, clashes } = editing
  const keep = (draft: PlanDraft) => queries.setQueryData(draftQuery(draft.id).queryKey, draft)
  const saving = useMutation({
    mutationFn: () => saveDraft(opened.id, { version: opened.version, content }),
    onSuccess: (draft) => {
      keep(draft)
      onChange(openDraft(draft))
      toast({ text: t('plans.draft-saved') })
    },
  })
  const taking = useMutation({
    mutationFn: () => fetchDraft(opened.id),
    onSuccess: (draft) => {
      keep(draft)
      saving.reset()
      onChange(takeTheirs(editing, draft))
    },
  })
  return (
    <Stack gap="sm" className="plans-save no-print">
      <ProblemNote problem={saving.error ?? taking.error} />
      {saving.error ? (
        <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate()}>
          {t('plans.take-theirs')}
        </Button>
      ) : null}
      {clashes ? <Clashes clashes={clashes} /> : null}
      <Group>
        <Button loading={saving.isPending} disabled={!isChanged(editing)} onClick={() => saving.mutate()}>
          {t('plans.save-draft')}
        </Button>
        {isChanged(editing) ? <Text c="dimmed">{t('plans.unsaved')}</Text> : null}
      </Group>
    </Stack>
  )
}

function Clashes({ clashes }: { clashes: NonNullable<Editing['clashes']> }) {
  const t = useMessages(draftMessages)
  const parts = clashes.map((part) => t(`plans.part-${part}`)).join(', ')
  return <Alert color="blue">{clashes.length === 0 ? t('plans.merged') : t('plans.clash', { parts })}</Alert>
}

/** Out as a document, issued, or discarded; all of them speak of what is saved. */
export function DraftActions({ editing }: { editing: Editing }) {
  const t = useMessages(draftMessages)
  const isOpen = isChanged(editing)
  const { id } = editing.opened
  const downloading = useMutation({
    mutationFn: (kind: 'docx' | 'pdf') => api.download(`/plan-drafts/${id}/${kind}`),
  })
  return (
    <Stack gap="sm" className="no-print">
      {isOpen ? <Text c="dimmed">{t('plans.save-first')}</Text> : null}
      <Group>
        <IssueButton draft={editing.opened} disabled={isOpen} />
        {(['docx', 'pdf'] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            disabled={isOpen}
            loading={downloading.isPending && downloading.variables === kind}
            onClick={() => downloading.mutate(kind)}
          >
            {t(`plans.to-${kind}`)}
          </Button>
        ))}
        <DiscardButton draftId={id} />
      </Group>
      <ProblemNote problem={downloading.error} />
    </Stack>
  )
}

function IssueButton({ draft, disabled }: { draft: PlanDraft; disabled: boolean }) {
  const t = useMessages(draftMessages)
  const queries = useQueryClient()
  const go = useGo()
  const [isAsking, ask] = useState(false)
  const [planId] = useState(newId)
  const issue = async (input: IssueDraft) => {
    const plan = await issueDraft(draft.id, input)
    queries.setQueryData(planQuery(plan.id).queryKey, plan)
    await queries.invalidateQueries({ queryKey: ['plans'], exact: true })
    await queries.invalidateQueries({ queryKey: draftsQuery.queryKey, exact: true })
    go(`/plans/${plan.id}`)
  }
  return (
    <>
      <Button disabled={disabled} onClick={() => ask(true)}>
        {t('plans.issue')}
      </Button>
      {isAsking ? (
        <FormDialog
          title={t('plans.issue')}
          action={t('plans.issue')}
          note={t('plans.issue-note')}
          fields={[
            { name: 'number', label: t('plans.issue-number'), kind: 'text', required: true },
            { name: 'date', label: t('plans.issue-date'), kind: 'day', required: true },
            { name: 'signer', label: t('plans.issue-signer'), kind: 'text', required: true },
          ]}
          fixed={() => ({ planId, version: draft.version })}
          contract={IssueDraft}
          send={issue}
          onDone={() => ask(false)}
          onClose={() => ask(false)}
        />
      ) : null}
    </>
  )
}

function DiscardButton({ draftId }: { draftId: string }) {
  const t = useMessages(draftMessages)
  const queries = useQueryClient()
  const go = useGo()
  const [isAsking, ask] = useState(false)
  const discarding = useMutation({
    mutationFn: () => discardDraft(draftId),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: draftsQuery.queryKey, exact: true })
      go('/plans')
    },
  })
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => ask(true)}>
        {t('plans.discard')}
      </Button>
      {isAsking ? (
        <Dialog onClose={() => ask(false)} title={t('plans.discard')}>
          <Stack gap="md">
            <Text>{t('plans.discard-sure')}</Text>
            <ProblemNote problem={discarding.error} />
            <Group>
              <Button color="red" loading={discarding.isPending} onClick={() => discarding.mutate()}>
                {t('plans.discard-yes')}
              </Button>
              <Button variant="default" onClick={() => ask(false)}>
                {t('plans.discard-no')}
              </Button>
            </Group>
          </Stack>
        </Dialog>
      ) : null}
    </>
  )
}
