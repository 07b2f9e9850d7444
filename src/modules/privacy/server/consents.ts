import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { Consent, GiveConsent, WithdrawConsent } from '../shared/contract.ts'
import { privacyProblem } from '../shared/problems.ts'
import { consentFault, yearsOn } from '../shared/rules.ts'
import { wordingOf } from '../shared/wordings.ts'
import { getUnerasedChild } from './known-child.ts'
import { insertConsent, listConsents, updateWithdrawal } from './queries.ts'

/** The answer of a family, for one purpose, with the text that was shown. Sent twice it is stored once. */
export async function giveConsent(
  { tx, actor, clock }: Writing,
  childId: string,
  input: GiveConsent,
): Promise<Consent[]> {
  const child = await getUnerasedChild(tx, actor, childId)
  const known = await listConsents(tx, childId)
  if (known.some(({ id }) => id === input.id)) return known
  const wording = wordingOf(input.purpose)
  if (wording.edition !== input.wordingEdition) throw privacyProblem('privacy.wording-changed')
  const fault = consentFault(input, { bornOn: child.bornOn, today: clock.today() })
  if (fault) throw privacyProblem(fault)
  if (known.some(({ purpose, withdrawnOn }) => purpose === input.purpose && withdrawnOn === null))
    throw privacyProblem('privacy.consent-stands')
  await insertConsent(tx, {
    ...input,
    childId,
    areaLft: child.areaLft,
    wording: wording.text,
    childAgeYears: yearsOn(child.bornOn, input.givenOn),
    recordedBy: actor.accountId,
  })
  const action = input.decision === 'given' ? 'privacy.consent-given' : 'privacy.consent-refused'
  await audit(tx, actor, action, input.id, { childId, after: { purpose: input.purpose } })
  return listConsents(tx, childId)
}

/** What was done before stays lawful; nothing more is done for the purpose. A withdrawn consent keeps its proof. */
export async function withdrawConsent(
  { tx, actor, clock }: Writing,
  { childId, consentId }: { childId: string; consentId: string },
  input: WithdrawConsent,
): Promise<Consent[]> {
  await getUnerasedChild(tx, actor, childId)
  const consent = (await listConsents(tx, childId)).find(({ id }) => id === consentId)
  if (!consent) throw privacyProblem('privacy.not-found')
  if (consent.withdrawnOn !== null) return listConsents(tx, childId)
  if (input.withdrawnOn < consent.givenOn || input.withdrawnOn > clock.today())
    throw privacyProblem('privacy.withdrawn-before')
  await updateWithdrawal(tx, { childId, consentId }, { ...input, by: actor.accountId, at: clock.now() })
  await audit(tx, actor, 'privacy.consent-withdrawn', consentId, {
    childId,
    after: { purpose: consent.purpose },
  })
  return listConsents(tx, childId)
}
