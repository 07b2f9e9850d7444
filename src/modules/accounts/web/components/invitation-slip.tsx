import { useMessages } from '#platform/web/language.tsx'
import { formatMoment } from '#base/day.ts'
import type { Invitation } from '../../shared/contract.ts'
import { securityMessages } from '../../shared/messages-security.ts'
import { QrCode } from './qr-code.tsx'
import './invitation-slip.css'

export type InvitationSlipProps = {
  invitation: Invitation
  person: { fullName: string; username: string }
  link: string
}

/** A slip of A6 for whoever has no e-mail: picture, code and four steps. It asks for nothing but a browser. */
export function InvitationSlip({ invitation, person, link }: InvitationSlipProps) {
  const s = useMessages(securityMessages)
  const { username, fullName } = person
  const code = (invitation.token.match(/.{1,4}/g) ?? []).join('-')
  return (
    <section className="invitation-slip" aria-label={s('accounts.slip')}>
      <h3>{s('accounts.slip')}</h3>
      <p>
        {s('accounts.slip-for')}: <strong>{fullName}</strong>
      </p>
      <div className="invitation-slip-row">
        <QrCode text={link} label={s('accounts.slip-picture')} size={132} />
        <ol>
          <li>{s('accounts.slip-step-open', { address: `${globalThis.location.host}/moi` })}</li>
          <li>
            {s('accounts.slip-step-code')} <strong className="invitation-slip-code">{code}</strong>
          </li>
          <li>{s('accounts.slip-step-password')}</li>
          <li>{s('accounts.slip-step-sign-in', { username })}</li>
        </ol>
      </div>
      <p className="invitation-slip-until">
        {s('accounts.slip-until', { until: formatMoment(invitation.expiresAt) })}
      </p>
    </section>
  )
}
