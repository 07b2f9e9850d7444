import { type Period, periodName } from '#base/period.ts'
import { bareName, nameInSentence } from '#modules/areas/shared/rules.ts'
import type { ReportHead } from './content.ts'
import type { Outline } from './outline.ts'

type Place = { kind: string; name: string }

/** Who reports, to whom, on what: the outline's words with the place, the period and the plan put in. */
export function reportHead(
  outline: Outline,
  about: { area: Place; province: Place | undefined; period: Period; plan: string },
): ReportHead {
  const { area, province, period, plan } = about
  const level = area.kind === 'province' ? outline.levels.province : outline.levels.commune
  const issuer = level.issuer.replace('{area}', nameInSentence(area.name))
  const fill = (text: string): string =>
    text
      .replace('{area}', nameInSentence(area.name))
      .replace(' {province}', province ? ` ${nameInSentence(province.name)}` : '')
      .replace('{period}', periodName(period))
      .replace('{next}', nextPeriodName(period))
      .replace('{plan}', plan)
      .replace('{issuer}', issuer)
  return {
    superior: level.superior === null ? null : fill(level.superior),
    issuer,
    symbol: level.symbol,
    place: bareName(area.name),
    subject: fill(outline.subject),
    bases: outline.bases.map(fill),
    opening: fill(outline.opening),
    recipients: level.recipients.map(fill),
    signature: level.signature,
  }
}

/** What comes after: the other half of the year, the next year. */
export function nextPeriodName(period: Period): string {
  const year = Number(period.slice(0, 4))
  if (period.endsWith('H1')) return periodName(`${year}-H2`)
  return periodName(period.endsWith('H2') ? `${year + 1}-H1` : String(year + 1))
}
