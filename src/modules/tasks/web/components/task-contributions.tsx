import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { AddContribution, type Contribution, type TaskView, type WorkLine } from '../../shared/contract.ts'
import { contributionMessages } from '../../shared/messages-contributions.ts'
import { addContribution, takeBackContribution } from '../requests.ts'

/** The coordinating bodies, each with how far it is where it said so. */
export function PartsOfBodies({ line: { coordinating, parts } }: { line: WorkLine }) {
  const t = useMessages(contributionMessages)
  return (
    <ul className="task-parts">
      {coordinating.map(({ name, today }) => {
        const part = parts.find(({ body }) => body === name || body === today)
        const state = part ? t(`tasks.part-${part.isDone ? 'done' : 'doing'}`) : undefined
        return <li key={name}>{state ? t('tasks.part-of', { body: name, state }) : name}</li>
      })}
    </ul>
  )
}

/** What the coordinating bodies did of their parts, and a form to say more. */
export function TaskContributions({ view, onDone }: { view: TaskView; onDone: () => void }) {
  const t = useMessages(contributionMessages)
  const may = useMay()
  const [isAdding, add] = useState(false)
  const mayChange = may('plans.write') && view.isOpen
  const takingBack = useMutation({
    mutationFn: (id: string) => takeBackContribution(view.line, id),
    onSuccess: onDone,
  })
  return (
    <>
      {view.contributions.length === 0 ? <Text c="dimmed">{t('tasks.parts-none')}</Text> : null}
      <ol className="task-notes">
        {view.contributions.map((part) => (
          <OnePart
            key={part.id}
            part={part}
            isBusy={takingBack.isPending && takingBack.variables === part.id}
            onTakeBack={part.isMine && mayChange ? () => takingBack.mutate(part.id) : undefined}
          />
        ))}
      </ol>
      <ProblemNote problem={takingBack.error} />
      {mayChange ? (
        <Button variant="default" className="no-print" mt="sm" onClick={() => add(true)}>
          {t('tasks.part-add')}
        </Button>
      ) : null}
      {isAdding ? (
        <ContributionForm
          view={view}
          onDone={() => {
            add(false)
            onDone()
          }}
          onClose={() => add(false)}
        />
      ) : null}
    </>
  )
}

type OnePartProps = { part: Contribution; isBusy: boolean; onTakeBack: (() => void) | undefined }

function OnePart({ part: { body, text, isDone, by, at }, isBusy, onTakeBack }: OnePartProps) {
  const t = useMessages(contributionMessages)
  const state = t(`tasks.part-${isDone ? 'done' : 'doing'}`)
  return (
    <li className="task-note">
      <Text fw={600}>{t('tasks.part-of', { body, state })}</Text>
      <p>{text}</p>
      <Text c="dimmed">
        {by}, {formatMoment(at)}
      </Text>
      {onTakeBack ? (
        <Button
          variant="subtle"
          px={0}
          className="no-print"
          aria-label={t('tasks.part-take-back-of', { body })}
          loading={isBusy}
          onClick={onTakeBack}
        >
          {t('tasks.part-take-back')}
        </Button>
      ) : null}
    </li>
  )
}

type FormProps = { view: TaskView; onDone: () => void; onClose: () => void }

function ContributionForm({ view: { line }, onDone, onClose }: FormProps) {
  const t = useMessages(contributionMessages)
  const choices = line.coordinating.map(({ name }) => ({ value: name, label: name }))
  const [only] = choices
  return (
    <FormDialog
      title={t('tasks.part-add')}
      note={line.title}
      fields={[
        { name: 'body', label: t('tasks.part-body'), kind: 'choice', required: true, choices },
        {
          ...{ name: 'text', label: t('tasks.part-text'), kind: 'long', required: true },
          description: t('tasks.part-text-hint'),
        },
        { name: 'isDone', label: t('tasks.part-is-done'), kind: 'tick' },
      ]}
      initial={choices.length === 1 ? { body: only?.value } : {}}
      fixed={() => ({ id: newId() })}
      contract={AddContribution}
      send={(input) => addContribution(line, input)}
      {...{ onDone, onClose }}
    />
  )
}
