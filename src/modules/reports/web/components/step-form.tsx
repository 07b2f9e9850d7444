import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { allSections } from '../../shared/content.ts'
import { TakeStep, type Report } from '../../shared/contract.ts'
import { reportsFlowMessages } from '../../shared/messages-flow.ts'
import { takeStep } from '../requests-flow.ts'
import { useStepDone } from './step-done.ts'

type StepFormProps = { report: Report; step: 'return' | 'reopen' | 'sign'; onClose: () => void }

/** Steps that ask for something: a reason, what to open, the number and day of the signed document. */
export function StepForm({ report, step, onClose }: StepFormProps) {
  const t = useMessages(reportsFlowMessages)
  const done = useStepDone(report.id, onClose)
  const [parts, setParts] = useState<string[]>([])
  const fields = useFields(report, step)
  return (
    <FormDialog
      title={t(`reports.step-${step}`)}
      action={t(`reports.do-${step}`)}
      note={
        step === 'sign' ? (
          t('reports.sign-note')
        ) : step === 'reopen' ? (
          <ReopenParts report={report} parts={parts} onChange={setParts} />
        ) : undefined
      }
      fields={fields}
      initial={step === 'sign' ? { signerTitle: report.content.head.signature.title } : {}}
      fixed={() => ({ id: newId(), kind: step, parts: null })}
      contract={TakeStep}
      send={(input) =>
        takeStep(
          report.id,
          input.kind === 'reopen' ? { ...input, parts: parts.length > 0 ? parts : null } : input,
        )
      }
      onDone={done}
      onClose={onClose}
    />
  )
}

function useFields({ content }: Report, step: StepFormProps['step']): FormField[] {
  const t = useMessages(reportsFlowMessages)
  if (step !== 'sign')
    return [{ name: 'reason', label: t(`reports.${step}-reason`), kind: 'long', required: true }]
  const hint = t('reports.sign-number-hint', { symbol: content.head.symbol })
  const needed = { required: true } as const
  return [
    { name: 'documentNumber', label: t('reports.sign-number'), kind: 'text', description: hint, ...needed },
    { name: 'signedOn', label: t('reports.sign-day'), kind: 'day', ...needed },
    { name: 'signerName', label: t('reports.sign-name'), kind: 'text', ...needed },
    { name: 'signerTitle', label: t('reports.sign-title'), kind: 'text', ...needed },
  ]
}

type ReopenPartsProps = { report: Report; parts: string[]; onChange: (parts: string[]) => void }

/** Nothing chosen opens everything. */
function ReopenParts({ report: { content }, parts, onChange }: ReopenPartsProps) {
  const t = useMessages(reportsFlowMessages)
  const all = [...allSections(content), ...content.tables]
  return (
    <MultiSelect
      label={t('reports.reopen-parts')}
      placeholder={parts.length === 0 ? t('reports.reopen-all') : ''}
      data={all.map(({ key, title }) => ({ value: key, label: title }))}
      value={parts}
      onChange={onChange}
      searchable
      clearable
      maxDropdownHeight={280}
    />
  )
}
