import { useQuery } from '@tanstack/react-query'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import { todayHere } from '#ui/today-here.ts'
import {
  AddOrganisation,
  AddSuccession,
  EditOrganisation,
  type Organisation,
  OrganisationKind,
  Sector,
  SetFocal,
} from '../../shared/contract.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import {
  addOrganisation,
  addSuccession,
  editOrganisation,
  organisationsQuery,
  setFocal,
} from '../requests.ts'

type Ends = { onDone: () => void; onClose: () => void }

/** Bodies of the unit and of the units above it, ended ones too, to choose from. */
export function useBodyChoices(areaId: string, except?: string) {
  const { data = [] } = useQuery(organisationsQuery({ areaId, above: true, withEnded: true }))
  return data
    .filter(({ id }) => id !== except)
    .map(({ id, name, areaName }) => ({ value: id, label: `${name} · ${areaName}` }))
}

function useFields(areaId: string, except?: string): FormField[] {
  const t = useMessages(organisationsMessages)
  const parents = useBodyChoices(areaId, except)
  const kinds = OrganisationKind.options.map((kind) => ({
    value: kind,
    label: t(`organisations.kind-${kind}`),
  }))
  const sectors = Sector.options.map((one) => ({ value: one, label: t(`organisations.sector-${one}`) }))
  return [
    { name: 'name', label: t('organisations.name'), kind: 'text', required: true },
    { name: 'shortName', label: t('organisations.short-name'), kind: 'text' },
    { name: 'kind', label: t('organisations.kind'), kind: 'choice', required: true, choices: kinds },
    { name: 'sector', label: t('organisations.sector'), kind: 'choice', required: true, choices: sectors },
    { name: 'parentId', label: t('organisations.parent'), kind: 'choice', choices: parents },
    { name: 'validFrom', label: t('organisations.from'), kind: 'day' },
    { name: 'fromCertain', label: t('organisations.from-certain'), kind: 'tick' },
    { name: 'validTo', label: t('organisations.to'), kind: 'day' },
    { name: 'toCertain', label: t('organisations.to-certain'), kind: 'tick' },
    { name: 'phone', label: t('organisations.phone'), kind: 'phone' },
    {
      name: 'source',
      label: t('organisations.source'),
      kind: 'text',
      description: t('organisations.source-how'),
    },
  ]
}

type OrganisationFormProps = Ends & { areaId: string; organisation: Organisation | undefined }

/** Adds a body, or changes the given one. */
export function OrganisationForm({ areaId, organisation, ...ends }: OrganisationFormProps) {
  const t = useMessages(organisationsMessages)
  const fields = useFields(areaId, organisation?.id)
  if (!organisation)
    return (
      <FormDialog
        title={t('organisations.add')}
        fields={fields}
        initial={{ fromCertain: true, toCertain: true }}
        fixed={() => ({ id: newId(), areaId })}
        contract={AddOrganisation}
        send={addOrganisation}
        {...ends}
      />
    )
  const { id, version, name, shortName, kind, sector, parentId, phone, source, ...days } = organisation
  const { validFrom, validTo, fromCertain, toCertain } = days
  const texts = { name, shortName, kind, sector, parentId, phone, source, validFrom, validTo }
  const initial = Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value ?? '']))
  return (
    <FormDialog
      title={t('organisations.edit-label', { name })}
      fields={fields}
      initial={{ ...initial, fromCertain, toCertain }}
      fixed={() => ({ version, areaId: organisation.areaId })}
      contract={EditOrganisation}
      send={(input) => editOrganisation(id, input)}
      {...ends}
    />
  )
}

/** Who took over the work of a body; several may be named, one at a time. */
export function SuccessionForm({ organisation, ...ends }: Ends & { organisation: Organisation }) {
  const t = useMessages(organisationsMessages)
  const choices = useBodyChoices(organisation.areaId, organisation.id)
  return (
    <FormDialog
      title={t('organisations.succession-add', { name: organisation.name })}
      fields={[
        { name: 'successorId', label: t('organisations.successor'), kind: 'choice', required: true, choices },
        { name: 'happenedOn', label: t('organisations.handed-over'), kind: 'day', required: true },
        { name: 'isCertain', label: t('organisations.day-certain'), kind: 'tick' },
        {
          name: 'duty',
          label: t('organisations.duty'),
          kind: 'text',
          description: t('organisations.duty-how'),
        },
        { name: 'source', label: t('organisations.source'), kind: 'text' },
      ]}
      initial={{ isCertain: true }}
      fixed={() => ({ predecessorId: organisation.id })}
      contract={AddSuccession}
      send={addSuccession}
      {...ends}
    />
  )
}

/** The focal agency and the desk in charge inside it. */
export function FocalForm({ areaId, ...ends }: Ends & { areaId: string }) {
  const t = useMessages(organisationsMessages)
  const choices = useBodyChoices(areaId)
  return (
    <FormDialog
      title={t('organisations.focal-set')}
      note={t('organisations.focal-note')}
      fields={[
        { name: 'agencyId', label: t('organisations.focal'), kind: 'choice', required: true, choices },
        { name: 'deskId', label: t('organisations.desk'), kind: 'choice', choices },
        { name: 'validFrom', label: t('organisations.from'), kind: 'day', required: true },
        { name: 'basis', label: t('organisations.basis'), kind: 'text' },
      ]}
      initial={{ validFrom: todayHere() }}
      fixed={() => ({ id: newId(), areaId })}
      contract={SetFocal}
      send={setFocal}
      {...ends}
    />
  )
}
