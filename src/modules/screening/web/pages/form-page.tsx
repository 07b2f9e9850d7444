import { Alert, Button, NumberInput, Paper, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useShortcut } from '#platform/web/keyboard.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { DayField } from '#ui/day-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PageProblem } from '#ui/page-problem.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { Informant, type ScreeningsOfChild, Way } from '../../shared/contract.ts'
import { screeningMessages } from '../../shared/messages.ts'
import type { Tool } from '../../shared/tool.ts'
import { FormItems } from '../components/form-items.tsx'
import { ResultBadge } from '../components/result-badge.tsx'
import { type ScreeningForm, useScreeningForm } from '../components/use-form.ts'
import { screeningsOfChildQuery, toolsQuery } from '../requests.ts'
import '../screening.css'

const Params = z.object({ childId: Id, tool: z.string() })

/** One tool asked of one child: in person, by phone, or typed from paper in the version of that day. */
export function Page() {
  const { childId, tool: name } = usePageParams(Params)
  const t = useMessages(screeningMessages)
  const { data: child, error } = useQuery(screeningsOfChildQuery(childId))
  const { data: tools } = useQuery(toolsQuery)
  const back = { to: `/children/${childId}`, label: t('screening.back-to-child') }
  if (!child || !tools)
    return error ? <PageProblem title={t('screening.title')} back={back} problem={error} /> : <Loading />
  const versions = tools.filter((one) => one.tool === name && one.inForceFrom <= child.today)
  const [newest] = versions.slice(-1)
  if (!newest) return <EmptyState title={t('screening.none-fits')} />
  return <FormPage key={`${name} ${childId}`} versions={versions} newest={newest} child={child} />
}

type FormPageProps = { versions: readonly Tool[]; newest: Tool; child: ScreeningsOfChild }

function FormPage({ versions, newest, child }: FormPageProps) {
  const t = useMessages(screeningMessages)
  const { language } = useLanguage()
  const screening = useScreeningForm(versions, newest, child)
  const { tool, items, answers, done, isAge, save, send } = screening
  useShortcut('mod+enter', () => {
    if (done > 0 && !save.isPending) send(null)
  })
  return (
    <>
      <PageHead
        title={t('screening.form-title', { tool: tool.name[language], name: child.fullName })}
        lead={t('screening.source', { source: tool.source })}
        back={{ to: `/children/${child.childId}`, label: t('screening.back-to-child') }}
        actions={<PrintButton />}
      />
      <Stack>
        {tool.status === 'proposed' ? (
          <Text className="screening-quiet">{t('screening.proposed')}</Text>
        ) : null}
        {tool.items.every(({ text }) => text === null) ? (
          <Alert role="note">{t('screening.no-text')}</Alert>
        ) : null}
        <Circumstances screening={screening} child={child} />
        {screening.retiredOn === null ? null : (
          <Alert color="red">{t('screening.no-longer', { day: formatDay(screening.retiredOn) })}</Alert>
        )}
        {isAge ? null : <Alert color="red">{t('screening.age-outside')}</Alert>}
        <FormItems tool={tool} items={items} answers={answers} onAnswer={screening.answer} />
        <SoFar screening={screening} />
        <ProblemNote problem={save.error} />
        <Button disabled={done === 0} loading={save.isPending} onClick={() => send(null)}>
          {t('screening.save')}
        </Button>
        <Refusal screening={screening} />
      </Stack>
    </>
  )
}

function Circumstances({ screening, child }: { screening: ScreeningForm; child: ScreeningsOfChild }) {
  const t = useMessages(screeningMessages)
  const { form, change } = screening
  return (
    <div className="screening-head">
      <DayField
        label={t('screening.screened-on')}
        value={form.screenedOn}
        min={child.bornOn}
        max={child.today}
        required
        onChange={(screenedOn) => change({ screenedOn })}
      />
      <Select
        label={t('screening.way')}
        data={Way.options.map((way) => ({ value: way, label: t(`screening.way-${way}`) }))}
        value={form.way}
        allowDeselect={false}
        onChange={(value) => change({ way: Way.catch('visit').parse(value) })}
      />
      <Select
        label={t('screening.informant')}
        data={Informant.options.map((one) => ({ value: one, label: t(`screening.informant-${one}`) }))}
        value={form.informant}
        allowDeselect={false}
        onChange={(value) => change({ informant: Informant.catch('mother').parse(value) })}
      />
      <NumberInput
        label={t('screening.weeks-early')}
        description={t('screening.weeks-early-why')}
        min={0}
        max={17}
        allowDecimal={false}
        value={form.weeksEarly}
        onChange={(value) =>
          change({ weeksEarly: typeof value === 'number' ? Math.min(Math.max(value, 0), 17) : 0 })
        }
      />
    </div>
  )
}

function SoFar({ screening: { items, done, outcome } }: { screening: ScreeningForm }) {
  const t = useMessages(screeningMessages)
  return (
    <Paper withBorder p="md" role="status">
      <Text>{t('screening.answered', { done, all: items.length })}</Text>
      {outcome ? (
        <>
          <Text component="div" mt="xs">
            {t('screening.result-so-far')}: <ResultBadge result={outcome.result} />
          </Text>
          <Text>{t(`screening.do-${outcome.result}`)}</Text>
        </>
      ) : null}
    </Paper>
  )
}

/** Refusing is a right; the reason is kept so that nobody asks twice without knowing. */
function Refusal({ screening: { send, save } }: { screening: ScreeningForm }) {
  const t = useMessages(screeningMessages)
  const [reason, setReason] = useState<string | undefined>(undefined)
  if (reason === undefined)
    return (
      <Button variant="subtle" className="no-print" onClick={() => setReason('')}>
        {t('screening.refuse')}
      </Button>
    )
  return (
    <Stack gap="xs" className="no-print">
      <TextInput
        label={t('screening.refusal-reason')}
        value={reason}
        maxLength={300}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={reason.trim() === ''}
        loading={save.isPending}
        onClick={() => send(reason.trim())}
      >
        {t('screening.save-refusal')}
      </Button>
    </Stack>
  )
}
