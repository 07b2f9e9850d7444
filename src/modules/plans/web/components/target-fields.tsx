import { Button, Group, NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'
import { IconFocus2 } from '@tabler/icons-react'
import { useMessages } from '#platform/web/language.tsx'
import { Comparator, type PlanTarget } from '../../shared/contract.ts'
import type { TargetLink } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'
import { IndicatorSelect } from './indicator-select.tsx'
import { RemoveButton } from './remove-button.tsx'

export type TargetFieldsProps = {
  target: PlanTarget
  link: TargetLink
  proposed: boolean
  isChosen: boolean
  /** Absent where there is no document beside it. */
  onShow?: () => void
  onChange: (target: PlanTarget) => void
  onLink: (link: TargetLink) => void
  onRemove: () => void
}

const asNumber = (value: number | string) => (typeof value === 'number' ? value : Number(value) || 0)
const asYear = (typed: string) => (/^(?:19|20|21)\d{2}$/.test(typed.trim()) ? Number(typed) : null)

/** One target: what is counted, the comparison, value, unit, year, and the indicator it is tied to. */
export function TargetFields(props: TargetFieldsProps) {
  const { target, link, proposed, isChosen, onShow, onChange, onLink, onRemove } = props
  const t = useMessages(plansMessages)
  const { measure } = target
  return (
    <div className="plans-card" data-chosen={isChosen || undefined}>
      <Stack gap="sm">
        <Textarea
          label={t('plans.measure')}
          autosize
          minRows={1}
          value={measure}
          onChange={(event) => onChange({ ...target, measure: event.currentTarget.value })}
          onFocus={onShow}
        />
        <AimFields target={target} onChange={onChange} />
        <IndicatorSelect link={link} onChange={onLink} proposed={proposed} />
        <Group justify="space-between">
          {onShow ? (
            <Button
              variant="default"
              leftSection={<IconFocus2 size={18} aria-hidden />}
              onClick={onShow}
              aria-label={t('plans.target-show', { measure })}
            >
              {t('plans.text')}
            </Button>
          ) : null}
          <RemoveButton label={t('plans.target-remove', { measure })} onClick={onRemove} />
        </Group>
      </Stack>
    </div>
  )
}

/** `≥ 90 % 2025`: the comparison, the value, its unit and its year. */
function AimFields({ target, onChange }: Pick<TargetFieldsProps, 'target' | 'onChange'>) {
  const t = useMessages(plansMessages)
  const change = (part: Partial<PlanTarget>) => onChange({ ...target, ...part })
  return (
    <div className="plans-numbers">
      <NativeSelect
        label={t('plans.comparator')}
        value={target.comparator}
        onChange={(event) => change({ comparator: Comparator.parse(event.currentTarget.value) })}
        data={Comparator.options.map((value) => ({ value, label: t(`plans.comparator-${value}`) }))}
      />
      <NumberInput
        label={t('plans.value')}
        value={target.value}
        decimalSeparator=","
        thousandSeparator="."
        hideControls
        onChange={(value) => change({ value: asNumber(value) })}
      />
      <TextInput
        label={t('plans.unit')}
        value={target.unit ?? ''}
        onChange={(event) => change({ unit: event.currentTarget.value || null })}
      />
      <TextInput
        label={t('plans.year')}
        inputMode="numeric"
        maxLength={4}
        defaultValue={target.year ?? ''}
        onBlur={(event) => change({ year: asYear(event.currentTarget.value) })}
      />
    </div>
  )
}
