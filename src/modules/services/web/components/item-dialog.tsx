import { useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import type { FormDraft } from '#ui/form-values.ts'
import { domains, type PackageItem } from '../../shared/contract.ts'
import {
  ageUnits,
  formOf,
  groups,
  kindsOfPlace,
  ItemForm,
  learners,
  NewItemForm,
  ownItemOf,
  patchOf,
  rhythmKinds,
  whomOf,
} from '../../shared/item-form.ts'
import { packageMessages } from '../../shared/messages-package.ts'
import type { OwnItem, PackageChange } from '../../shared/package-change.ts'

export type ItemDialogProps = {
  onSave: (change: PackageChange | undefined) => Promise<unknown>
  onClose: () => void
}

/** Adds a service of the place, or changes one that it has added. */
export function OwnItemDialog({ item, onSave, onClose }: ItemDialogProps & { item: OwnItem | undefined }) {
  const t = useMessages(packageMessages)
  const whom = item && whomOf(item)
  const fields = useFields('own', whom)
  const empty = {
    unit: 'month',
    rhythm: 'once',
    who: 'all',
    learning: 'all',
    place: 'all',
    audience: 'child',
    mandatory: false,
  }
  const initial: FormDraft = item
    ? {
        ...formOf(item),
        ...whom,
        name: item.name.vi,
        domain: item.domain,
        audience: item.audience,
        source: item.source,
      }
    : empty
  return (
    <FormDialog
      title={t('services.package-form-add')}
      fields={fields}
      initial={initial}
      fixed={() => ({})}
      contract={NewItemForm}
      send={(form) => onSave(ownItemOf(form, item))}
      onDone={onClose}
      onClose={onClose}
    />
  )
}

/** Changes for this place what the level above has. */
export function AboveItemDialog({ item, shown, onSave, onClose }: ItemDialogProps & AboveItem) {
  const t = useMessages(packageMessages)
  const fields = useFields(item.rhythm.kind === 'doses' ? 'doses' : item.mandatory ? 'strict' : 'free')
  return (
    <FormDialog
      title={t('services.package-form-edit', { name: item.name.vi })}
      note={item.mandatory ? t('services.package-form-strict') : undefined}
      fields={fields}
      initial={formOf(shown)}
      fixed={() => formValuesOf(item)}
      contract={ItemForm}
      send={(form) => {
        const patch = patchOf(item, form)
        return onSave(patch && { kind: 'change', code: item.code, fields: patch })
      }}
      onDone={onClose}
      onClose={onClose}
    />
  )
}

/** `shown`: the item with the change that the draft already makes. */
type AboveItem = { item: PackageItem; shown: PackageItem }

/** What the form does not ask for stays as the level above has it. */
function formValuesOf(item: PackageItem): Record<string, unknown> {
  const { from, to, months, ...rest } = formOf(item)
  return { ...rest, from: Number(from), to: Number(to), months: months === undefined ? null : Number(months) }
}

type Kind = 'own' | 'free' | 'strict' | 'doses'
type Whom = ReturnType<typeof whomOf>
type WhomChoice = Whom[keyof Whom]

const asked: Record<Kind, readonly string[]> = {
  own: [
    'name',
    'domain',
    'audience',
    'unit',
    'from',
    'to',
    'rhythm',
    'months',
    'rounds',
    'who',
    'learning',
    'place',
    'mandatory',
    'source',
  ],
  free: ['unit', 'from', 'to', 'rhythm', 'months', 'rounds', 'who', 'learning', 'place', 'mandatory'],
  strict: ['rounds', 'who', 'learning', 'place'],
  doses: ['who', 'learning', 'place', 'mandatory'],
}

function useFields(kind: Kind, own?: Whom): FormField[] {
  const age = useAgeFields()
  const whom = useWhomFields(kind === 'own', own)
  return [...useNameFields(), ...age, ...whom].filter(({ name }) => asked[kind].includes(name))
}

function useNameFields(): FormField[] {
  const t = useMessages(packageMessages)
  return [
    { name: 'name', label: t('services.package-form-name'), kind: 'text', required: true },
    {
      name: 'domain',
      label: t('services.package-form-domain'),
      kind: 'choice',
      required: true,
      choices: domains.map((value) => ({ value, label: t(`services.domain-${value}`) })),
    },
    {
      name: 'audience',
      label: t('services.package-form-audience'),
      kind: 'choice',
      required: true,
      choices: (['child', 'caregiver'] as const).map((value) => ({
        value,
        label: t(`services.package-form-${value}`),
      })),
    },
  ]
}

function useAgeFields(): FormField[] {
  const t = useMessages(packageMessages)
  const choices = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return [
    {
      name: 'unit',
      label: t('services.package-form-unit'),
      kind: 'choice',
      required: true,
      choices: choices(ageUnits, (value) => t(`services.package-form-${value}`)),
    },
    { name: 'from', label: t('services.package-form-from'), kind: 'number', required: true },
    {
      name: 'to',
      label: t('services.package-form-to'),
      description: t('services.package-form-to-hint'),
      kind: 'number',
      required: true,
    },
    {
      name: 'rhythm',
      label: t('services.package-form-rhythm'),
      kind: 'choice',
      required: true,
      choices: choices(rhythmKinds, (value) => t(`services.package-form-${value}`)),
    },
    {
      name: 'months',
      label: t('services.package-form-months'),
      kind: 'number',
      required: true,
      isShown: ({ rhythm }) => rhythm === 'every',
    },
    {
      name: 'rounds',
      label: t('services.package-form-rounds'),
      description: t('services.package-form-rounds-hint'),
      kind: 'text',
      required: true,
      isShown: ({ rhythm }) => rhythm === 'campaign',
    },
  ]
}

/** An own item has no level above to keep to; it keeps what it says where no choice says the same. */
function useWhomFields(isOwn: boolean, own: Whom | undefined): FormField[] {
  const t = useMessages(packageMessages)
  const choices = <Value extends WhomChoice>(values: readonly Value[], present: Value | undefined) =>
    values
      .filter((value) => !isOwn || value !== 'keep' || present === 'keep')
      .map((value) => ({
        value,
        label: t(`services.package-form-${isOwn && value === 'keep' ? 'as-is' : value}`),
      }))
  return [
    {
      name: 'who',
      label: t('services.package-form-who'),
      kind: 'choice',
      required: true,
      choices: choices(groups, own?.who),
    },
    {
      name: 'learning',
      label: t('services.package-form-learning'),
      kind: 'choice',
      required: true,
      choices: choices(learners, own?.learning),
    },
    {
      name: 'place',
      label: t('services.package-form-place'),
      description: t('services.package-form-place-hint'),
      kind: 'choice',
      required: true,
      choices: choices(kindsOfPlace, own?.place),
    },
    { name: 'mandatory', label: t('services.package-form-mandatory'), kind: 'tick' },
    { name: 'source', label: t('services.package-form-source'), kind: 'text' },
  ]
}
