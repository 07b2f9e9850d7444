import { useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { MomentField, nowHere } from '#ui/moment-field.tsx'
import { urgentMessages } from '../../shared/messages-urgent.ts'
import { AnswerUrgent, TakeMeasure, type UrgentReport, WithdrawUrgent } from '../../shared/urgent.ts'
import { answerUrgent, takeMeasure, withdrawUrgent } from '../requests.ts'

type DialogProps = {
  report: Pick<UrgentReport, 'id'>
  onClose: () => void
  onDone: (report: UrgentReport) => void
}

/** The answer of a dialog is the report as it stands afterwards. */
function keeping(send: Promise<UrgentReport>, { onDone, onClose }: DialogProps): Promise<void> {
  return send.then((report) => {
    onDone(report)
    onClose()
  })
}

const nothing = () => undefined

export function AnswerDialog(props: DialogProps) {
  const t = useMessages(urgentMessages)
  return (
    <FormDialog
      title={t('duties.urgent-answer')}
      action={t('duties.urgent-answer')}
      fields={[{ name: 'answer', label: t('duties.urgent-answer-text'), kind: 'long', required: true }]}
      fixed={() => ({})}
      contract={AnswerUrgent}
      send={(body) => keeping(answerUrgent(props.report.id)(body), props)}
      onDone={nothing}
      onClose={props.onClose}
    />
  )
}

export function MeasureDialog(props: DialogProps) {
  const t = useMessages(urgentMessages)
  const when = t('duties.urgent-measure-when')
  return (
    <FormDialog
      title={t('duties.urgent-measure')}
      action={t('duties.urgent-measure')}
      fields={[
        {
          ...{ name: 'measureAt', label: when, kind: 'custom', required: true },
          render: (field) => <MomentField {...field} label={when} required />,
        },
        { name: 'measure', label: t('duties.urgent-measure-what'), kind: 'long', required: true },
      ]}
      initial={{ measureAt: nowHere() }}
      fixed={() => ({})}
      contract={TakeMeasure}
      send={(body) => keeping(takeMeasure(props.report.id)(body), props)}
      onDone={nothing}
      onClose={props.onClose}
    />
  )
}

export function WithdrawDialog(props: DialogProps) {
  const t = useMessages(urgentMessages)
  return (
    <FormDialog
      title={t('duties.urgent-withdraw')}
      action={t('duties.urgent-withdraw-go')}
      fields={[{ name: 'reason', label: t('duties.urgent-withdraw-why'), kind: 'long', required: true }]}
      fixed={() => ({})}
      contract={WithdrawUrgent}
      send={(body) => keeping(withdrawUrgent(props.report.id)(body), props)}
      onDone={nothing}
      onClose={props.onClose}
    />
  )
}
