import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Id, newId } from '#base/id.ts'
import { readDraft, removeDraft } from '#platform/web/draft.ts'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { RegisterChild } from '../../shared/contract.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { ChildForm, emptyForm, twinForm } from '../child-form.ts'
import { ChildEditor } from '../components/child-editor.tsx'
import { afterChange, childQuery, registerChild } from '../requests.ts'
import { markTwins } from '../requests-facts.ts'

const draftKey = 'children.new'

/** A twin begins with the place, the carers and the birth date of the other. */
const Search = z.object({ twinOf: Id.optional().catch(undefined) })

/** Registers a child; the place stays for the next one. */
export function Page() {
  const t = useMessages(childrenMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const go = useGo()
  const { twinOf } = usePageSearch(Search)
  const { data: twin } = useQuery({ ...childQuery(twinOf ?? ''), enabled: twinOf !== undefined })
  const [started, setFirst] = useState(() => readDraft(draftKey, ChildForm) ?? emptyForm({}))
  const [asTwin] = useState(newId)
  const first = twin && started.fullName === '' ? twinForm(twin, asTwin) : started
  const save = useMutation({
    mutationFn: ({ input }: { input: RegisterChild; goesOn: boolean }) => registerChild(input),
    onSuccess: async (child, { goesOn }) => {
      removeDraft(draftKey)
      if (twin) await markTwins([twin, child])
      await afterChange(queries)
      toast({ text: t('children.registered', { name: child.fullName }) })
      if (!goesOn) return go(`/children/${child.id}`)
      setFirst(emptyForm({ communeId: child.communeId, villageId: child.villageId ?? undefined }))
      scrollTo({ top: 0 })
    },
  })
  return (
    <>
      <PageHead
        title={t('children.new')}
        lead={t('children.new-lead')}
        back={{ to: '/children', label: t('children.title') }}
      />
      <ChildEditor
        key={first.id}
        first={first}
        draftKey={draftKey}
        saveLabel={t('children.save')}
        isSaving={save.isPending}
        problem={save.error}
        onSave={(form, details, { isAnotherChild, goesOn }) =>
          save.mutate({ input: { ...details, id: form.id, isAnotherChild }, goesOn })
        }
        actions={
          <Button type="submit" value="next" variant="default" disabled={save.isPending}>
            {t('children.save-next')}
          </Button>
        }
      />
    </>
  )
}
