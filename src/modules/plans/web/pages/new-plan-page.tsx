import { Button, NativeSelect, Radio, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Id, newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { DraftSource, type StartDraft } from '../../shared/drafting.ts'
import { plansMessages } from '../../shared/messages.ts'
import { draftMessages } from '../../shared/messages-drafts.ts'
import { planLine } from '../components/plan-words.ts'
import { draftQuery, draftsQuery, startDraft, templatesQuery } from '../requests-drafts.ts'
import { plansAboveQuery, plansQuery } from '../requests.ts'
import '../plans.css'

type Form = Omit<StartDraft, 'id' | 'period'> & { from: string; to: string }

/** Where a new plan starts from, and for which years. */
export function Page() {
  const t = useMessages(draftMessages)
  const plans = useMessages(plansMessages)
  const { parent } = usePageSearch(z.object({ parent: Id.optional().catch(undefined) }))
  const [id] = useState(newId)
  const [form, setForm] = useState<Form>(() => firstForm(parent ?? null))
  const starting = useStarting()
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const { from, to, ...rest } = form
  return (
    <>
      <PageHead
        title={t('plans.write')}
        lead={t('plans.write-lead')}
        back={{ to: '/plans', label: plans('plans.list') }}
      />
      <Stack gap="md" maw={720}>
        <Radio.Group
          label={t('plans.source')}
          value={form.source}
          onChange={(value) => change({ source: DraftSource.parse(value) })}
        >
          <Stack gap="xs" mt="xs">
            {DraftSource.options.map((value) => (
              <Radio key={value} value={value} label={t(`plans.source-${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Ground form={form} onChange={change} />
        <div className="plans-numbers">
          <YearField
            label={t('plans.period-from')}
            value={from}
            onChange={(year) => change({ from: year })}
          />
          <YearField label={t('plans.period-to')} value={to} onChange={(year) => change({ to: year })} />
        </div>
        <ProblemNote problem={starting.error} />
        <Button
          loading={starting.isPending}
          onClick={() => starting.mutate({ ...rest, id, period: { from: Number(from), to: Number(to) } })}
        >
          {t('plans.start')}
        </Button>
      </Stack>
    </>
  )
}

function firstForm(parentId: string | null): Form {
  const year = todayHere().slice(0, 4)
  return { source: 'parent', parentId, earlierId: null, templateCode: null, from: year, to: year }
}

function useStarting() {
  const queries = useQueryClient()
  const go = useGo()
  return useMutation({
    mutationFn: startDraft,
    onSuccess: async (draft) => {
      queries.setQueryData(draftQuery(draft.id).queryKey, draft)
      await queries.invalidateQueries({ queryKey: draftsQuery.queryKey, exact: true })
      go(`/plans/drafts/${draft.id}`)
    },
  })
}

type FieldProps = { label: string; value: string; onChange: (value: string) => void }

function YearField({ label, value, onChange }: FieldProps) {
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      maxLength={4}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, ''))}
    />
  )
}

/** The plan above belongs to every way of starting; the rest to its own. */
function Ground({ form, onChange }: { form: Form; onChange: (part: Partial<Form>) => void }) {
  const t = useMessages(draftMessages)
  const { data: own = [] } = useQuery(plansQuery)
  const { data: above = [] } = useQuery(plansAboveQuery)
  const { data: templates = [] } = useQuery(templatesQuery)
  const lines = (plans: typeof own) => plans.map((plan) => ({ value: plan.id, label: planLine(plan) }))
  return (
    <>
      {form.source === 'last-year' ? (
        <Choose
          label={t('plans.source-earlier-choose')}
          none={t('plans.choose')}
          value={form.earlierId}
          choices={lines(own)}
          onChange={(earlierId) => onChange({ earlierId })}
        />
      ) : null}
      {form.source === 'template' ? (
        <Choose
          label={t('plans.source-template-choose')}
          none={t('plans.choose')}
          value={form.templateCode}
          choices={templates.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(templateCode) => onChange({ templateCode })}
        />
      ) : null}
      <Choose
        label={t('plans.source-parent-choose')}
        none={form.source === 'parent' ? t('plans.choose') : t('plans.source-parent-none')}
        value={form.parentId}
        choices={lines([...above, ...own])}
        onChange={(parentId) => onChange({ parentId })}
      />
    </>
  )
}

type ChooseProps = {
  label: string
  none: string
  value: string | null
  choices: { value: string; label: string }[]
  onChange: (value: string | null) => void
}

function Choose({ label, none, value, choices, onChange }: ChooseProps) {
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: none }, ...choices]}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}
