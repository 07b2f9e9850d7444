import { Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import type { PlanDeadline } from '../../shared/contract.ts'
import { plansMessages } from '../../shared/messages.ts'
import { RemoveButton } from './remove-button.tsx'

export type DeadlineFieldsProps = {
  deadline: PlanDeadline
  isChosen: boolean
  onShow?: () => void
  onChange: (deadline: PlanDeadline) => void
  onRemove: () => void
}

const ways = ['date', 'before', 'fixed', 'set-yearly'] as const
type Way = (typeof ways)[number]

/** One deadline: what is due, who owes it, and the day, once or every year. */
export function DeadlineFields({ deadline, isChosen, onShow, onChange, onRemove }: DeadlineFieldsProps) {
  const t = useMessages(plansMessages)
  const change = (part: Partial<PlanDeadline>) => onChange({ ...deadline, ...part })
  return (
    <div className="plans-card" data-chosen={isChosen || undefined}>
      <Stack gap="sm">
        <Group align="end" wrap="nowrap">
          <Textarea
            flex={1}
            label={t('plans.deadline-text')}
            autosize
            value={deadline.text}
            onFocus={onShow}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <RemoveButton label={t('plans.deadline-remove', { text: deadline.text })} onClick={onRemove} />
        </Group>
        <TextInput
          label={t('plans.deadline-who')}
          value={deadline.who ?? ''}
          onChange={(event) => change({ who: event.currentTarget.value || null })}
        />
        <WhenFields deadline={deadline} onChange={change} />
      </Stack>
    </div>
  )
}

type WhenFieldsProps = { deadline: PlanDeadline; onChange: (part: Partial<PlanDeadline>) => void }

function WhenFields({ deadline, onChange }: WhenFieldsProps) {
  const t = useMessages(plansMessages)
  const way = wayOf(deadline)
  const choose = (next: Way) => onChange({ date: null, rule: next === 'date' ? null : ruleOf(next, '') })
  return (
    <div className="plans-fields">
      <NativeSelect
        label={t('plans.deadline-way')}
        value={way}
        onChange={(event) => choose(ways.find((one) => one === event.currentTarget.value) ?? 'date')}
        data={ways.map((value) => ({ value, label: t(`plans.deadline-way-${value}`) }))}
      />
      {way === 'date' ? (
        <DayField
          label={t('plans.deadline-date')}
          value={Day.safeParse(deadline.date).data}
          onChange={(date) => onChange({ date: date ?? null, rule: null })}
        />
      ) : null}
      {way === 'before' || way === 'fixed' ? (
        <YearDay
          key={way}
          rule={deadline.rule}
          onChange={(typed) => onChange({ date: null, rule: ruleOf(way, typed) })}
        />
      ) : null}
    </div>
  )
}

/** Day and month that come back every year, typed as 30/11. */
function YearDay({ rule, onChange }: { rule: string | null; onChange: (typed: string) => void }) {
  const t = useMessages(plansMessages)
  const [, month, day] = /:(\d{2})-(\d{2})$/.exec(rule ?? '') ?? []
  const shown = day !== undefined && month !== undefined ? `${day}/${month}` : ''
  return (
    <TextInput
      label={t('plans.deadline-yearly')}
      placeholder="30/11"
      inputMode="numeric"
      defaultValue={shown}
      error={shown === '' ? t('plans.deadline-yearly-hint') : null}
      onBlur={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function wayOf({ date, rule }: PlanDeadline): Way {
  if (date !== null || rule === null) return 'date'
  return ways.find((way) => rule === way || rule.startsWith(`${way}:`)) ?? 'set-yearly'
}

/** `before:11-30` of "30/11"; without a right day the rule keeps its way and waits for one. */
function ruleOf(way: Exclude<Way, 'date'>, typed: string): string {
  const [, day = '', month = ''] = /^\s*(\d{1,2})\s*[/-]\s*(\d{1,2})\s*$/.exec(typed) ?? []
  const printed = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (way === 'set-yearly') return way
  return Day.safeParse(`2028-${printed}`).success ? `${way}:${printed}` : `${way}:`
}
