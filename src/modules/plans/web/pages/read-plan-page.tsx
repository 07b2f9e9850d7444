import { Button, Stack, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { readDraft, removeDraft } from '#platform/web/draft.ts'
import { FileDrop } from '#ui/file-drop.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { PlacedReading } from '../../shared/contract.ts'
import { plansMessages } from '../../shared/messages.ts'
import { draftKey, Filing, newFiling } from '../components/filing-draft.ts'
import { ReadingEditor } from '../components/reading-editor.tsx'
import { readFile, readText } from '../requests.ts'
import '../plans.css'

const fileLimit = 20 * 1024 * 1024

export function Page() {
  const t = useMessages(plansMessages)
  const [filing, setFiling] = useState<Filing | undefined>(() => readDraft(draftKey, Filing))
  const startAgain = () => {
    removeDraft(draftKey)
    setFiling(undefined)
  }
  const again = (
    <Button variant="default" onClick={startAgain}>
      {t('plans.read-another')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t('plans.read')}
        lead={t('plans.read-lead')}
        back={{ to: '/plans', label: t('plans.list') }}
        actions={filing ? again : undefined}
      />
      {filing ? (
        <ReadingEditor key={filing.id} filing={filing} onChange={setFiling} />
      ) : (
        <ChooseDocument onRead={(placed, name) => setFiling(newFiling(placed, name))} />
      )}
    </>
  )
}

function ChooseDocument({ onRead }: { onRead: (placed: PlacedReading, name: string | null) => void }) {
  const t = useMessages(plansMessages)
  const [pasted, setPasted] = useState('')
  const file = useMutation({
    mutationFn: readFile,
    onSuccess: (placed, chosen) => onRead(placed, chosen.name),
  })
  const text = useMutation({ mutationFn: readText, onSuccess: (placed) => onRead(placed, null) })
  return (
    <Stack gap="md" maw={820}>
      <FileDrop
        label={t('plans.file-label')}
        endings={['.docx', '.txt', '.md']}
        maxBytes={fileLimit}
        isBusy={file.isPending}
        onFile={(chosen) => file.mutate(chosen)}
        onText={setPasted}
      />
      <Textarea
        label={t('plans.paste-label')}
        autosize
        minRows={6}
        maxRows={16}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      <ProblemNote problem={file.error ?? text.error} />
      <Button onClick={() => text.mutate(pasted)} loading={text.isPending} disabled={pasted.trim() === ''}>
        {t('plans.read-paste')}
      </Button>
    </Stack>
  )
}
