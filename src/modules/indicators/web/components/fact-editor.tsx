import { Button, Checkbox, Group, MultiSelect, NumberInput, Paper, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
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
  /** Where it stands, for the button that takes it away: `2`, or `2.1` among several of a line. */
  number: string
  onChange: (draft: FactDraft) => void
  onRemove: () => void
}

function FactEditor({ draft, number, onChange, onRemove }: EditorProps) {
  const t = useMessages(indicatorsOwnMessages)
  const { language } = useLanguage()
  const services = useServices()
  const name = factNames(language).find(({ value }) => value === draft.fact)?.label ?? draft.fact
  return (
    <div role="group" aria-label={name}>
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
    </div>
  )
}

/** Lines that must all hold; of a line one fact is enough. */
export type LineDrafts = readonly (readonly FactDraft[])[]

type AddFactProps = { label: string; onAdd: (draft: FactDraft) => void }

function AddFact({ label, onAdd }: AddFactProps) {
  const { language } = useLanguage()
  return (
    <Select
      label={label}
      data={factNames(language)}
      value={null}
      searchable
      onChange={(name) => (isFactName(name) ? onAdd(newFact(name)) : undefined)}
    />
  )
}

type LineProps = {
  drafts: readonly FactDraft[]
  line: number
  onChange: (drafts: readonly FactDraft[]) => void
}

/** One line: a fact, and others any of which may stand for it. */
function Line({ drafts, line, onChange }: LineProps) {
  const t = useMessages(indicatorsOwnMessages)
  return (
    <Paper withBorder p="sm" radius="md" component="fieldset" m={0} miw={0}>
      <Text component="legend" fw={600} px={4}>
        {t('indicators.own-line', { line })}
      </Text>
      <Stack gap="xs">
        {drafts.map((draft, place) => (
          // Conditions have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={`${place} ${draft.fact}`}>
            {place > 0 ? <Text fw={700}>{t('indicators.own-or')}</Text> : null}
            <FactEditor
              draft={draft}
              number={drafts.length > 1 ? `${line}.${place + 1}` : `${line}`}
              onChange={(next) => onChange(drafts.with(place, next))}
              onRemove={() => onChange(drafts.toSpliced(place, 1))}
            />
          </Fragment>
        ))}
        <AddFact
          label={t('indicators.own-add-or', { line })}
          onAdd={(draft) => onChange([...drafts, draft])}
        />
      </Stack>
    </Paper>
  )
}

export type FactListProps = {
  label: string
  lines: LineDrafts
  onChange: (lines: LineDrafts) => void
}

/** Lines of conditions, one under the other: "and" between the lines, "or" within one. */
export function FactList({ label, lines, onChange }: FactListProps) {
  const t = useMessages(indicatorsOwnMessages)
  const keep = (place: number, drafts: readonly FactDraft[]) =>
    onChange(drafts.length === 0 ? lines.toSpliced(place, 1) : lines.with(place, drafts))
  return (
    <section aria-label={label}>
      <Stack gap="sm">
        <strong>{label}</strong>
        {lines.map((drafts, place) => (
          // Lines have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={place}>
            {place > 0 ? <Text fw={700}>{t('indicators.own-and')}</Text> : null}
            <Line drafts={drafts} line={place + 1} onChange={(next) => keep(place, next)} />
          </Fragment>
        ))}
        <AddFact label={t('indicators.own-add-fact')} onAdd={(draft) => onChange([...lines, [draft]])} />
      </Stack>
    </section>
  )
}
