import { Button, Checkbox, Group, MultiSelect, NumberInput, Paper, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { indicatorsOwnMessages } from '../../shared/messages-own.ts'
import {
  type Control,
  controlsOf,
  type FactDraft,
  factNames,
  isFactName,
  newFact,
  type Option,
} from '../fact-drafts.ts'
import { packageQuery } from '../item-names.ts'

type FieldProps = { control: Control; value: unknown; onChange: (value: unknown) => void }

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

function Field({ control, value, onChange }: FieldProps) {
  const { label, kind } = control
  if (kind === 'one')
    return (
      <Select
        label={label}
        data={control.options}
        value={typeof value === 'string' ? value : null}
        allowDeselect={false}
        onChange={onChange}
      />
    )
  if (kind === 'many')
    return (
      <MultiSelect
        label={label}
        data={control.options}
        value={textsOf(value)}
        searchable
        onChange={(chosen) => onChange(control.numbers ? chosen.map(Number) : chosen)}
      />
    )
  return (
    <NumberInput
      label={label}
      value={typeof value === 'number' ? value : ''}
      decimalSeparator=","
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  )
}

/** Services of the package, as choices. */
function useServices(): Option[] {
  const { language } = useLanguage()
  const { data } = useQuery(packageQuery)
  return data?.items.map(({ code, name }) => ({ value: code, label: name[language] })) ?? []
}

type EditorProps = {
  draft: FactDraft
  number: number
  onChange: (draft: FactDraft) => void
  onRemove: () => void
}

function FactEditor({ draft, number, onChange, onRemove }: EditorProps) {
  const t = useMessages(indicatorsOwnMessages)
  const { language } = useLanguage()
  const services = useServices()
  const name = factNames(language).find(({ value }) => value === draft.fact)?.label ?? draft.fact
  return (
    <Paper withBorder p="sm" radius="md" component="fieldset" aria-label={name}>
      <Stack gap="xs">
        <Group justify="space-between">
          <strong>{name}</strong>
          <Button
            variant="subtle"
            color="red"
            aria-label={t('indicators.own-remove', { number })}
            onClick={onRemove}
          >
            ✕
          </Button>
        </Group>
        {controlsOf(draft.fact, language, services).map((control) => (
          <Field
            key={control.name}
            control={control}
            value={draft[control.name]}
            onChange={(value) => onChange({ ...draft, [control.name]: value })}
          />
        ))}
        <Checkbox
          label={t('indicators.own-not')}
          checked={draft['not'] === true}
          onChange={(event) => onChange({ ...draft, not: event.currentTarget.checked })}
        />
      </Stack>
    </Paper>
  )
}

export type FactListProps = {
  label: string
  drafts: readonly FactDraft[]
  onChange: (drafts: FactDraft[]) => void
}

/** Conditions that must all hold, one under the other. */
export function FactList({ label, drafts, onChange }: FactListProps) {
  const t = useMessages(indicatorsOwnMessages)
  const { language } = useLanguage()
  return (
    <section aria-label={label}>
      <Stack gap="sm">
        <strong>{label}</strong>
        {drafts.map((draft, place) => (
          <FactEditor
            // Conditions have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${place} ${draft.fact}`}
            draft={draft}
            number={place + 1}
            onChange={(next) => onChange(drafts.with(place, next))}
            onRemove={() => onChange(drafts.toSpliced(place, 1))}
          />
        ))}
        <Select
          label={t('indicators.own-add-fact')}
          data={factNames(language)}
          value={null}
          onChange={(name) => (isFactName(name) ? onChange([...drafts, newFact(name)]) : undefined)}
        />
      </Stack>
    </section>
  )
}
