import { Paper, Stack, Text } from '@mantine/core'
import { formatDay, formatMoment } from '#base/day.ts'
import { type Translate, useMessages } from '#platform/web/language.tsx'
import type { MatterDetails, MatterWithChanges } from '../../shared/contract-matters.ts'
import { changedFields, type MatterField } from '../../shared/matter-rules.ts'
import { mattersMessages } from '../../shared/messages-matters.ts'

type Key = Extract<keyof (typeof mattersMessages)['vi'], string>

/** What each field is called; the post and the reference are told by other fields. */
const names: Partial<Record<MatterField, Key>> = {
  kind: 'organisations.matter-kind',
  about: 'organisations.about',
  subject: 'organisations.matter-subject',
  happenedOn: 'organisations.happened-on',
  foundOn: 'organisations.found-on',
  foundBy: 'organisations.found-by',
  finding: 'organisations.finding',
  answer: 'organisations.answer',
  answeredOn: 'organisations.answered-on',
  measure: 'organisations.measure',
  decision: 'organisations.measure-decision',
  decidedOn: 'organisations.measure-on',
  conclusion: 'organisations.conclusion',
  concludedOn: 'organisations.concluded-on',
  withdrawnReason: 'organisations.withdrawn-because',
}

/** Who corrected what and why, the latest first, with the words that stood there before. */
export function MatterChanges({ matter }: { matter: MatterWithChanges }) {
  const t = useMessages(mattersMessages)
  if (matter.changes.length === 0) return <Text>{t('organisations.changes-none')}</Text>
  return (
    <Stack gap="sm">
      {matter.changes.map(({ version, changedAt, changedBy, reason, before }, index) => (
        <Paper key={version} withBorder p="md" radius="md" bg="var(--card-ground)">
          <Text fw={600}>
            {t('organisations.change-by', { moment: formatMoment(changedAt), name: changedBy })}
          </Text>
          {reason === null ? null : <Text>{t('organisations.change-reason', { reason })}</Text>}
          {linesOf(t, before, matter.changes[index - 1]?.before ?? matter).map((line) => (
            <Text key={line} c="dimmed" style={{ whiteSpace: 'pre-line' }}>
              {line}
            </Text>
          ))}
        </Paper>
      ))}
    </Stack>
  )
}

function linesOf(t: Translate<Key>, before: MatterDetails, after: MatterDetails): string[] {
  const changed = changedFields(before, after).flatMap((field) => {
    const name = names[field]
    return name ? [{ name: t(name), before: shown(t, before, field) }] : []
  })
  const added = changed.filter((field) => field.before === undefined).map(({ name }) => name.toLowerCase())
  const lines = changed.flatMap((field) =>
    field.before === undefined
      ? []
      : [t('organisations.change-before', { field: field.name, before: field.before })],
  )
  return added.length === 0
    ? lines
    : [t('organisations.change-added', { fields: added.join(', ') }), ...lines]
}

/** The value as the page says it; undefined when there was none. */
function shown(t: Translate<Key>, before: MatterDetails, field: MatterField): string | undefined {
  const value = before[field]
  if (value === null) return undefined
  if (field === 'kind') return t(`organisations.matter-${before.kind}`)
  if (field === 'about') return t(`organisations.about-${before.about}`)
  if (before.measure !== null && field === 'measure') return t(`organisations.measure-${before.measure}`)
  return field.endsWith('On') ? formatDay(value) : value
}
