import { Anchor, Button, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { removeDraft, useDraft } from '#platform/web/draft.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { PlanReading } from '../../shared/contract.ts'
import { plansMessages } from '../../shared/messages.ts'
import { filePlan, planQuery } from '../requests.ts'
import { DocumentText, type FoundKey } from './document-text.tsx'
import { draftKey, type Filing, longestDraft, openFields, toFilePlan } from './filing-draft.ts'
import { FoundBases } from './found-bases.tsx'
import { FoundDeadlines } from './found-deadlines.tsx'
import { FoundTargets } from './found-targets.tsx'
import { FoundTasks } from './found-tasks.tsx'
import { HeadingFields } from './heading-fields.tsx'
import { WarningList } from './warning-list.tsx'

const headingId = 'plan-heading'

export type EditorProps = { filing: Filing; onChange: (filing: Filing) => void }
export type FoundProps = EditorProps & { chosen: FoundKey | undefined; onChoose: (key: FoundKey) => void }

/** Left the document, right what was found: each thing is tied to its place, corrected where it stands. */
export function ReadingEditor({ filing, onChange }: EditorProps) {
  const t = useMessages(plansMessages)
  const [chosen, choose] = useState<FoundKey | undefined>(undefined)
  const { placed } = filing
  useDraft(draftKey, placed.text.length > longestDraft ? null : filing)
  const changeReading = (change: Partial<PlanReading>) =>
    onChange({ ...filing, placed: { ...placed, reading: { ...placed.reading, ...change } } })
  const found = { filing, onChange, chosen, onChoose: choose }
  return (
    <Stack gap="md">
      <WarningList warnings={placed.reading.warnings} />
      <div className="plans-reading">
        <section>
          <Title order={2} size="h4">
            {t('plans.text')}
          </Title>
          <Text c="dimmed" mb="xs">
            {t('plans.text-hint')}
          </Text>
          <DocumentText
            label={t('plans.text')}
            text={placed.text}
            places={placed.places}
            chosen={chosen}
            onChoose={choose}
          />
        </section>
        <Stack gap="lg" component="section" aria-label={t('plans.found')}>
          <Title order={2} size="h4" id={headingId} tabIndex={-1}>
            {t('plans.heading')}
          </Title>
          <HeadingFields
            reading={placed.reading}
            confirmedEmpty={filing.confirmedEmpty}
            onChange={changeReading}
            onConfirmEmpty={(confirmedEmpty) => onChange({ ...filing, confirmedEmpty })}
          />
          <FoundTargets {...found} />
          <FoundTasks {...found} />
          <FoundDeadlines {...found} />
          <FoundBases {...found} />
          <SavePlan filing={filing} />
        </Stack>
      </div>
    </Stack>
  )
}

/** What keeps the plan from being saved, far above the button, with the way there. */
function StillOpen({ filing }: { filing: Filing }) {
  const t = useMessages(plansMessages)
  const { language } = useLanguage()
  const fields = openFields(filing).map((field) => t(`plans.${field}`).toLocaleLowerCase(language))
  if (fields.length === 0) return null
  return (
    <Text>
      {t('plans.still-open', { fields: fields.join(', ') })}{' '}
      <Anchor href={`#${headingId}`}>{t('plans.to-heading')}</Anchor>
    </Text>
  )
}

function SavePlan({ filing }: { filing: Filing }) {
  const t = useMessages(plansMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const go = useGo()
  const saving = useMutation({
    mutationFn: filePlan,
    onSuccess: async (plan) => {
      removeDraft(draftKey)
      queries.setQueryData(planQuery(plan.id).queryKey, plan)
      await queries.invalidateQueries({ queryKey: ['plans'], exact: true })
      toast({ text: t('plans.saved', { no: plan.no }) })
      go(`/plans/${plan.id}`)
    },
  })
  if (filing.placed.reading.kind === 'other') return <Text fw={600}>{t('plans.not-for-filing')}</Text>
  return (
    <>
      <StillOpen filing={filing} />
      <ProblemNote problem={saving.error} />
      <Button size="md" loading={saving.isPending} onClick={() => saving.mutate(toFilePlan(filing))}>
        {t('plans.save')}
      </Button>
    </>
  )
}
