import { translate } from '#base/messages.ts'
import type { Reading } from '#platform/http/route.ts'
import type { TimelineEntry } from '#modules/children/shared/contract-timeline.ts'
import type { StoredMeasurement } from '../shared/contract.ts'
import { growthWords } from '../shared/messages.ts'
import { listMeasurements } from './queries.ts'

/** Decimal comma, as the books of the stations write it. */
const written = (value: number, unit: string) => `${String(value).replace('.', ',')} ${unit}`

function measuredText({ weightKg, lenheiCm, headCm, armCm, oedema }: StoredMeasurement, t: Words): string {
  const parts = [
    weightKg === null ? undefined : t('growth.event-weight', { value: written(weightKg, 'kg') }),
    lenheiCm === null ? undefined : t('growth.event-length', { value: written(lenheiCm, 'cm') }),
    headCm === null ? undefined : t('growth.event-head', { value: written(headCm, 'cm') }),
    armCm === null ? undefined : t('growth.event-arm', { value: written(armCm, 'cm') }),
    oedema ? t('growth.event-oedema') : undefined,
  ]
  const said = parts.filter(Boolean).join('; ')
  return said === '' ? t('growth.event-measured') : said
}

type Words = (key: keyof typeof growthWords.vi, holes?: Record<string, string>) => string

/** Each measurement that stands, with its classes; nothing for those who may not see growth. */
export async function growthTimeline({ actor, db }: Reading, childId: string): Promise<TimelineEntry[]> {
  if (!actor.capabilities.has('growth.read')) return []
  const t: Words = (key, holes) => translate(growthWords, actor.language, key, holes)
  return (await listMeasurements(db, childId))
    .filter(({ undoneAt, replacedBy }) => undoneAt === null && replacedBy === null)
    .map((one) => ({
      ...{ key: one.id, day: one.measuredOn, topic: 'growth' as const, text: measuredText(one, t) },
      note: one.classes.map((name) => t(`growth.class-${name}`)).join(', ') || null,
    }))
}
