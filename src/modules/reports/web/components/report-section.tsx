import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay, vietnamDay } from '#base/day.ts'
import { Problem } from '#base/problem.ts'
import { readDraft, useDraft } from '#platform/web/draft.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { ReportSection } from '../../shared/content.ts'
import type { Report } from '../../shared/contract.ts'
import { reportsMessages } from '../../shared/messages.ts'
import { checkQuery } from '../requests-flow.ts'
import { reportQuery, writeSection } from '../requests.ts'
import { Comments } from './comments.tsx'
import { Insertions } from './insertions.tsx'

type SectionProps = { report: Pick<Report, 'id' | 'may'>; section: ReportSection; mayWrite: boolean }

/** A section of the page: the sentences made of numbers, then the words that people write. */
export function ReportSectionPart({ report, section, mayWrite }: SectionProps) {
  const t = useMessages(reportsMessages)
  return (
    <article id={`section-${section.key}`} className="report-section">
      <Title order={4} size="h5">
        {section.title}
      </Title>
      {section.lines.length > 0 ? (
        <ul className="report-lines" aria-label={t('reports.section-lines')}>
          {section.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {mayWrite ? (
        <SectionText reportId={report.id} section={section} />
      ) : (
        <Text className="report-words">{section.text}</Text>
      )}
      <Comments report={report} about={{ about: 'section', key: section.key }} />
    </article>
  )
}

const Draft = z.object({ text: z.string(), version: z.number() })

/** What is typed stays in the field and on the device until the server has it, whatever the server answers. */
function SectionText({ reportId, section }: { reportId: string; section: ReportSection }) {
  const t = useMessages(reportsMessages)
  const draftKey = `report.${reportId}.${section.key}`
  const [typed, setTyped] = useState(
    () => readDraft(draftKey, Draft) ?? { text: section.text, version: section.version },
  )
  const saving = useSaving(reportId, section.key, setTyped)
  const isUnsaved = typed.text !== section.text
  // What is saved is no draft: `null` takes the place of an older one.
  useDraft(draftKey, isUnsaved ? typed : null)
  const isBehind = isUnsaved && section.version > typed.version
  const text = isUnsaved ? typed.text : section.text
  return (
    <Stack gap="xs" className="report-text" data-empty={text === '' || undefined}>
      <Textarea
        aria-label={t('reports.section-text', { title: section.title })}
        description={section.hint}
        autosize
        minRows={2}
        value={text}
        onChange={(event) =>
          setTyped({ text: event.currentTarget.value, version: isUnsaved ? typed.version : section.version })
        }
      />
      <ProblemNote problem={isConflict(saving.error) && !isBehind ? null : saving.error} />
      {isBehind ? <NewerText section={section} mine={typed.text} onChoose={setTyped} /> : null}
      <Group gap="sm" className="no-print">
        <Button
          variant={isUnsaved ? 'filled' : 'default'}
          disabled={!isUnsaved || isBehind}
          loading={saving.isPending}
          onClick={() => saving.mutate(typed)}
        >
          {t('reports.section-save')}
        </Button>
        <SaveState section={section} isUnsaved={isUnsaved} />
      </Group>
      <Insertions
        reportId={reportId}
        section={section}
        onInsert={(more) =>
          setTyped({
            text: text.trim() === '' ? more : `${text.trimEnd()}\n${more}`,
            version: isUnsaved ? typed.version : section.version,
          })
        }
      />
    </Stack>
  )
}

function SaveState({ section, isUnsaved }: { section: ReportSection; isUnsaved: boolean }) {
  const t = useMessages(reportsMessages)
  const { writtenBy, writtenAt } = section
  if (isUnsaved) return <Text c="dimmed">{t('reports.section-unsaved')}</Text>
  if (!writtenBy || !writtenAt) return null
  const time = formatDay(vietnamDay(new Date(writtenAt)))
  return <Text c="dimmed">{t('reports.section-saved', { name: writtenBy, time })}</Text>
}

type Typed = z.infer<typeof Draft>

function NewerText(props: { section: ReportSection; mine: string; onChoose: (typed: Typed) => void }) {
  const { section, mine, onChoose } = props
  const t = useMessages(reportsMessages)
  const { text, version } = section
  return (
    <div className="report-newer" role="status">
      <strong>{t('reports.newer')}</strong>
      <Text className="report-words">{text}</Text>
      <Group gap="sm">
        <Button variant="default" onClick={() => onChoose({ text: `${text}\n${mine}`, version })}>
          {t('reports.newer-both')}
        </Button>
        <Button variant="default" onClick={() => onChoose({ text: mine, version })}>
          {t('reports.newer-keep')}
        </Button>
        <Button variant="default" onClick={() => onChoose({ text, version })}>
          {t('reports.newer-take')}
        </Button>
      </Group>
    </div>
  )
}

function useSaving(reportId: string, key: string, setTyped: (typed: Typed) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (typed: Typed) => writeSection(reportId, key, typed),
    onSuccess: (report, sent) => {
      const version = sent.version + 1
      setTyped({ text: sent.text, version })
      queries.setQueryData(reportQuery(reportId).queryKey, report)
      void queries.invalidateQueries(checkQuery(reportId))
    },
    // The newer text of the other person is fetched and shown beside one's own.
    onError: async (problem) => {
      if (isConflict(problem)) await queries.invalidateQueries(reportQuery(reportId))
    },
  })
}

function isConflict(problem: unknown): boolean {
  return problem instanceof Problem && problem.code === 'reports.section-changed'
}
