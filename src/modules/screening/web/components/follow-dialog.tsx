import { useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import type { ReferralLine } from '../../shared/contract.ts'
import { screeningMessages } from '../../shared/messages.ts'
import { FollowReferral, nextStates } from '../../shared/referral.ts'
import { followReferral } from '../requests.ts'

/** What became of a referral: the state that follows, its day, and a note. */
export function FollowDialog({ referral, onClose }: { referral: ReferralLine; onClose: () => void }) {
  const t = useMessages(screeningMessages)
  const queries = useQueryClient()
  const { childId, id, state, fullName } = referral
  const done = () => {
    onClose()
    void queries.invalidateQueries({ queryKey: ['screening'] })
  }
  return (
    <FormDialog
      title={t('screening.follow-title', { name: fullName })}
      fields={[
        {
          name: 'to',
          label: t('screening.state'),
          kind: 'choice',
          required: true,
          choices: nextStates(state).map((value) => ({ value, label: t(`screening.state-${value}`) })),
        },
        {
          name: 'on',
          label: t('screening.state-on'),
          kind: 'day',
          required: true,
          isShown: ({ to }) => to !== 'proposed',
        },
        {
          name: 'note',
          label: t('screening.state-note'),
          description: t('screening.state-note-why'),
          kind: 'long',
        },
      ]}
      fixed={() => ({ from: state })}
      contract={FollowReferral}
      send={(input) => followReferral(childId, id, input)}
      onDone={done}
      onClose={onClose}
    />
  )
}
