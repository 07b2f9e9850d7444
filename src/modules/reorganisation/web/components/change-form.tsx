import { Button, Checkbox, Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '#base/id.ts'
import { belowQuery } from '#modules/areas/web/public.tsx'
import type { Area } from '#modules/areas/shared/contract.ts'
import { useMessages } from '#platform/web/language.tsx'
import type { Change, NewUnit } from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'
import { UnitSearch } from './unit-search.tsx'

/** A change with the units it makes and the names of those it points at. */
export type Added = { change: Change; newUnits: NewUnit[]; names: Record<string, string> }

type FormProps = { onAdd: (added: Added) => void }

const kinds = ['merge', 'split', 'transfer', 'rename', 'change-kind', 'abolish-level', 'new-village'] as const
type Kind = (typeof kinds)[number]

const forms = {
  ...{ merge: Merge, split: Split, transfer: Transfer, rename: Rename, 'new-village': NewVillage },
  ...{ 'change-kind': ChangeKind, 'abolish-level': AbolishLevel },
}

/** One change of the decision at a time. */
export function ChangeForm({ onAdd }: FormProps) {
  const t = useMessages(reorganisationMessages)
  const [kind, setKind] = useState<Kind>('merge')
  const Form = forms[kind]
  return (
    <Stack gap="sm" maw={720}>
      <Select
        label={t('reorganisation.kind')}
        data={kinds.map((value) => ({ value, label: t(`reorganisation.kind-${value}`) }))}
        value={kind}
        onChange={(next) => setKind(kinds.find((value) => value === next) ?? kind)}
        allowDeselect={false}
      />
      <Form key={kind} onAdd={onAdd} />
    </Stack>
  )
}

const namesOf = (units: readonly Area[]) => Object.fromEntries(units.map(({ id, name }) => [id, name]))

type Named = { name: string; code: string }

function NameAndCode({
  value,
  onChange,
  withCode = true,
}: {
  value: Named
  onChange: (value: Named) => void
  withCode?: boolean
}) {
  const t = useMessages(reorganisationMessages)
  return (
    <Group gap="sm" align="flex-end" grow>
      <TextInput
        label={t('reorganisation.new-name')}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
      />
      {withCode ? (
        <TextInput
          label={t('reorganisation.code')}
          value={value.code}
          inputMode="numeric"
          onChange={(event) => onChange({ ...value, code: event.currentTarget.value })}
        />
      ) : null}
    </Group>
  )
}

function AddButton({ isReady, onClick }: { isReady: boolean; onClick: () => void }) {
  const t = useMessages(reorganisationMessages)
  return (
    <Button variant="default" disabled={!isReady} onClick={onClick} style={{ alignSelf: 'start' }}>
      {t('reorganisation.add-change')}
    </Button>
  )
}

const noName: Named = { name: '', code: '' }

/** A new unit beside the old one: of its kind, under the same unit. */
function unitBeside(old: Area, { name, code }: Named): NewUnit | undefined {
  const { kind, parentId } = old
  if (parentId === null || (kind !== 'commune' && kind !== 'village' && kind !== 'province')) return undefined
  return { id: newId(), kind, code: kind === 'village' ? null : code.trim(), name: name.trim(), parentId }
}

function Merge({ onAdd }: FormProps) {
  const t = useMessages(reorganisationMessages)
  const [old, setOld] = useState<Area[]>([])
  const [named, setNamed] = useState(noName)
  const [first] = old
  const isReady =
    old.length > 0 && named.name.trim() !== '' && (first?.kind === 'village' || named.code.trim() !== '')
  const add = () => {
    const unit = first && unitBeside(first, named)
    if (!unit) return
    const fromIds = old.map(({ id }) => id)
    onAdd({ change: { kind: 'merge', fromIds, toId: unit.id }, newUnits: [unit], names: namesOf(old) })
    setOld([])
    setNamed(noName)
  }
  return (
    <>
      {old.map((unit) => (
        <Group key={unit.id} justify="space-between" wrap="nowrap">
          <Text>{unit.fullName}</Text>
          <Button
            variant="subtle"
            aria-label={t('reorganisation.remove-label', { name: unit.name })}
            onClick={() => setOld(old.filter(({ id }) => id !== unit.id))}
          >
            {t('reorganisation.remove')}
          </Button>
        </Group>
      ))}
      <UnitSearch
        key={old.length}
        label={t('reorganisation.add-old')}
        value={undefined}
        kind={first?.kind}
        onChange={(unit) => unit && !old.some(({ id }) => id === unit.id) && setOld([...old, unit])}
      />
      <NameAndCode value={named} onChange={setNamed} withCode={first?.kind !== 'village'} />
      <AddButton isReady={isReady} onClick={add} />
    </>
  )
}

function Split({ onAdd }: FormProps) {
  const t = useMessages(reorganisationMessages)
  const [old, setOld] = useState<Area>()
  const [parts, setParts] = useState<Named[]>([noName, noName])
  const isReady =
    old !== undefined && parts.every(({ name, code }) => name.trim() !== '' && code.trim() !== '')
  const add = () => {
    if (!old) return
    const newUnits = parts.flatMap((part) => unitBeside(old, part) ?? [])
    const change: Change = {
      ...{ kind: 'split', fromId: old.id },
      parts: newUnits.map(({ id }) => ({ toId: id, villageIds: [], childIds: [] })),
    }
    onAdd({ change, newUnits, names: namesOf([old]) })
    setOld(undefined)
    setParts([noName, noName])
  }
  return (
    <>
      <UnitSearch label={t('reorganisation.old-unit')} kind="commune" value={old} onChange={setOld} />
      {parts.map((part, index) => (
        <Fieldset
          // Parts have no identity before they are saved.
          key={`part ${index + 1}`}
          legend={t('reorganisation.part', { number: index + 1 })}
        >
          <NameAndCode
            value={part}
            onChange={(next) => setParts(parts.map((one, place) => (place === index ? next : one)))}
          />
        </Fieldset>
      ))}
      <Group gap="sm">
        <Button variant="default" onClick={() => setParts([...parts, noName])}>
          {t('reorganisation.add-part')}
        </Button>
        <AddButton isReady={isReady} onClick={add} />
      </Group>
    </>
  )
}

function Transfer({ onAdd }: FormProps) {
  const t = useMessages(reorganisationMessages)
  const [old, setOld] = useState<Area>()
  const [to, setTo] = useState<Area>()
  const [villageIds, setVillageIds] = useState<string[]>([])
  const { data: villages = [] } = useQuery(belowQuery(old?.id))
  const add = () => {
    if (!old || !to) return
    const change: Change = { kind: 'transfer', fromId: old.id, toId: to.id, villageIds, childIds: [] }
    onAdd({ change, newUnits: [], names: namesOf([old, to]) })
    setVillageIds([])
  }
  return (
    <>
      <UnitSearch label={t('reorganisation.old-unit')} kind="commune" value={old} onChange={setOld} />
      {old ? (
        <Checkbox.Group
          label={t('reorganisation.villages-that-go')}
          value={villageIds}
          onChange={setVillageIds}
        >
          <Stack gap="xs" mt="xs">
            {villages.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
            {villages.length === 0 ? <Text c="dimmed">{t('reorganisation.no-villages')}</Text> : null}
          </Stack>
        </Checkbox.Group>
      ) : null}
      <UnitSearch label={t('reorganisation.to-unit')} kind="commune" value={to} onChange={setTo} />
      <AddButton isReady={old !== undefined && to !== undefined && villageIds.length > 0} onClick={add} />
    </>
  )
}

function Rename(props: FormProps) {
  return <Naming {...props} kind="rename" />
}

function ChangeKind(props: FormProps) {
  return <Naming {...props} kind="change-kind" />
}

function Naming({ onAdd, kind }: FormProps & { kind: 'rename' | 'change-kind' }) {
  const t = useMessages(reorganisationMessages)
  const [old, setOld] = useState<Area>()
  const [named, setNamed] = useState(noName)
  const add = () => {
    if (!old) return
    const change: Change = { kind, areaId: old.id, name: named.name.trim() }
    onAdd({ change, newUnits: [], names: namesOf([old]) })
    setOld(undefined)
    setNamed(noName)
  }
  return (
    <>
      <UnitSearch
        label={t('reorganisation.old-unit')}
        kind={kind === 'change-kind' ? 'commune' : undefined}
        value={old}
        onChange={setOld}
      />
      <NameAndCode value={named} onChange={setNamed} withCode={false} />
      <AddButton isReady={old !== undefined && named.name.trim() !== ''} onClick={add} />
    </>
  )
}

function AbolishLevel({ onAdd }: FormProps) {
  const t = useMessages(reorganisationMessages)
  const [within, setWithin] = useState<Area>()
  const add = () => {
    if (!within) return
    onAdd({ change: { kind: 'abolish-level', withinId: within.id }, newUnits: [], names: namesOf([within]) })
    setWithin(undefined)
  }
  return (
    <>
      <UnitSearch
        label={t('reorganisation.within')}
        description={t('reorganisation.within-rule')}
        kind="province"
        value={within}
        onChange={setWithin}
      />
      <AddButton isReady={within !== undefined} onClick={add} />
    </>
  )
}

function NewVillage({ onAdd }: FormProps) {
  const t = useMessages(reorganisationMessages)
  const [commune, setCommune] = useState<Area>()
  const [named, setNamed] = useState(noName)
  const add = () => {
    if (!commune) return
    const change: Change = { kind: 'new-village', id: newId(), parentId: commune.id, name: named.name.trim() }
    onAdd({ change, newUnits: [], names: namesOf([commune]) })
    setNamed(noName)
  }
  return (
    <>
      <UnitSearch label={t('reorganisation.commune')} kind="commune" value={commune} onChange={setCommune} />
      <NameAndCode value={named} onChange={setNamed} withCode={false} />
      <AddButton isReady={commune !== undefined && named.name.trim() !== ''} onClick={add} />
    </>
  )
}
