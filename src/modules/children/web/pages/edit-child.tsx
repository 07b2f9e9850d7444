import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { readDraft, removeDraft } from '#platform/web/draft.ts'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { PageButton, useGo } from '#platform/web/page-link.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PageProblem } from '#ui/page-problem.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { changedOnto } from '../../shared/changes.ts'
import type { Child, ChildDetails } from '../../shared/contract.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { ChildForm, formOf } from '../child-form.ts'
import { ChangedMeanwhile } from '../components/changed-meanwhile.tsx'
import { ChildEditor } from '../components/child-editor.tsx'
import { afterChange, childQuery, editChild } from '../requests.ts'

const Params = z.object({ childId: Id })

export function Page() {
  const t = useMessages(childrenMessages)
  const { childId } = usePageParams(Params)
  // What the person saw stays in front of them: a change by others shows when saving, not by jumping fields.
  const { data, error } = useQuery({ ...childQuery(childId), refetchOnWindowFocus: false })
  const [seen, setSeen] = useState<Child | undefined>(undefined)
  if (data && !seen) setSeen(data)
  if (seen) return <EditChild seen={seen} />
  const title = t('children.title')
  return error ? (
    <PageProblem title={title} back={{ to: '/children', label: title }} problem={error} />
  ) : (
    <Loading />
  )
}

function EditChild({ seen }: { seen: Child }) {
  const t = useMessages(childrenMessages)
  const draftKey = `children.${seen.id}`
  const [first] = useState(() => readDraft(draftKey, ChildForm) ?? formOf(seen))
  const [tried, setTried] = useState<ChildDetails | undefined>(undefined)
  const save = useSave(draftKey)
  const isOverrun = save.error instanceof Problem && save.error.code === 'children.changed-meanwhile'
  const send = (details: ChildDetails, version: number) => {
    setTried(details)
    save.mutate({ childId: seen.id, input: { ...details, version } })
  }
  return (
    <>
      <PageHead
        title={t('children.edit', { name: seen.fullName })}
        back={{ to: `/children/${seen.id}`, label: seen.fullName }}
      />
      <ChildEditor
        first={first}
        draftKey={draftKey}
        saveLabel={t('children.save')}
        isSaving={save.isPending}
        problem={save.error}
        onSave={(form, details) => send(details, form.version ?? seen.version)}
        actions={
          <PageButton to={`/children/${seen.id}`} variant="default">
            {t('children.back')}
          </PageButton>
        }
      >
        {isOverrun && tried ? (
          <ChangedMeanwhile
            seen={seen}
            onSaveOver={(fresh) => send(changedOnto(fresh, seen, tried), fresh.version)}
          />
        ) : null}
      </ChildEditor>
    </>
  )
}

function useSave(draftKey: string) {
  const t = useMessages(childrenMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const go = useGo()
  return useMutation({
    mutationFn: editChild,
    onSuccess: async (child) => {
      removeDraft(draftKey)
      await afterChange(queries)
      toast({ text: t('children.saved', { name: child.fullName }) })
      go(`/children/${child.id}`)
    },
  })
}
