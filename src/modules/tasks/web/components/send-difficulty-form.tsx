import { useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { PlanSummary } from '#modules/plans/shared/filing.ts'
import { SendDifficulty } from '../../shared/difficulties.ts'
import { difficultyMessages } from '../../shared/messages-difficulties.ts'
import { sendDifficulty } from '../requests-difficulties.ts'

type About = { planId: string; planTaskId: string; title: string }

const plansAt = (url: string) => ({ queryKey: [url], queryFn: () => api.get(url, z.array(PlanSummary)) })

/** To the place above: about a task, about a plan of the own place or one above it, or about neither. */
export function SendDifficultyForm({
  areaId,
  about,
  onClose,
}: {
  areaId: string
  about?: About
  onClose: () => void
}) {
  const t = useMessages(difficultyMessages)
  const queries = useQueryClient()
  const go = useGo()
  const { data: own = [] } = useQuery({ ...plansAt('/plans'), enabled: !about })
  const { data: above = [] } = useQuery({ ...plansAt('/plans/above'), enabled: !about })
  const choices = [...own, ...above].map(({ id, title }) => ({ value: id, label: title.slice(0, 100) }))
  return (
    <FormDialog
      title={t('tasks.difficulty-send')}
      action={t('tasks.difficulty-send')}
      note={
        <>
          {about ? <p>{about.title}</p> : null}
          <p>{t('tasks.difficulty-hint')}</p>
        </>
      }
      fields={[
        { name: 'title', label: t('tasks.difficulty-title'), kind: 'text', required: true },
        { name: 'message', label: t('tasks.difficulty-text'), kind: 'long', required: true },
        ...(about
          ? []
          : [{ name: 'planId', label: t('tasks.difficulty-plan'), kind: 'choice' as const, choices }]),
      ]}
      fixed={() => ({
        id: newId(),
        areaId,
        planId: about?.planId ?? null,
        planTaskId: about?.planTaskId ?? null,
      })}
      contract={SendDifficulty}
      send={async (input) => {
        const { id } = await sendDifficulty(input)
        await queries.invalidateQueries({ queryKey: ['tasks', 'difficulties'] })
        go(`/difficulties/${id}`)
      }}
      onDone={onClose}
      onClose={onClose}
    />
  )
}
