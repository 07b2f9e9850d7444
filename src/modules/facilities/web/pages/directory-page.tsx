import { Button, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Id, newId } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { areaQuery } from '#modules/areas/web/public.tsx'
import { AddContact, type Contact, ContactKind } from '../../shared/contract.ts'
import { facilitiesMessages } from '../../shared/messages.ts'
import { nationalNumbers, readablePhone } from '../../shared/rules.ts'
import { useAreaField } from '../components/facility-form.tsx'
import { addContact, directoryQuery, removeContact } from '../requests.ts'
import '../facilities.css'

const Search = z.object({ areaId: Id.optional().catch(undefined) })

/** The numbers people call: on the page and, printed, on the wall (R18). */
export function Page() {
  const t = useMessages(facilitiesMessages)
  const may = useMay()
  const { area } = useActor()
  const queries = useQueryClient()
  const { areaId = area.id } = usePageSearch(Search)
  const place = useQuery(areaQuery(areaId))
  const { data, error } = useQuery(directoryQuery(areaId))
  const [isAdding, setAdding] = useState(false)
  const after = () => void queries.invalidateQueries({ queryKey: ['facilities'] })
  const name = place.data?.fullName ?? area.name
  return (
    <div className="poster">
      <PageHead
        title={t('facilities.directory')}
        lead={name}
        back={{ to: `/units/${areaId}`, label: t('facilities.unit') }}
        actions={
          <>
            <PrintButton label={t('facilities.print-poster')} />
            {may('facilities.manage') ? (
              <Button onClick={() => setAdding(true)} leftSection={<IconPlus size={20} aria-hidden />}>
                {t('facilities.contact-add')}
              </Button>
            ) : null}
          </>
        }
      />
      <NationalNumbers />
      <Title order={2} mb="sm">
        {t('facilities.numbers-here')}
      </Title>
      <ProblemNote problem={error} />
      {data ? <Numbers contacts={data.contacts} onChanged={after} /> : null}
      {isAdding ? (
        <ContactForm onClose={() => setAdding(false)} onDone={() => (setAdding(false), after())} />
      ) : null}
    </div>
  )
}

function NationalNumbers() {
  const t = useMessages(facilitiesMessages)
  const [first, ...others] = nationalNumbers
  return (
    <>
      <div className="poster-first">
        <div className="poster-number">{first}</div>
        <Text fw={700} size="xl">
          {t('facilities.number-111')}
        </Text>
        <Text>{t('facilities.number-111-how')}</Text>
      </div>
      <ul className="poster-others">
        {others.map((number) => (
          <li key={number}>
            <strong>{number}</strong>
            {t(`facilities.number-${number}`)}
          </li>
        ))}
      </ul>
    </>
  )
}

function Numbers({ contacts, onChanged }: { contacts: Contact[]; onChanged: () => void }) {
  const t = useMessages(facilitiesMessages)
  const may = useMay()
  const toast = useToast()
  const remove = useMutation({
    mutationFn: (contact: Contact) => removeContact(contact.id),
    onSuccess: (_, contact) => {
      onChanged()
      const { areaName: _name, areaKind: _kind, ...again } = contact
      toast({
        text: t('facilities.contact-removed'),
        onUndo: () => void addContact({ ...again, id: newId() }).then(onChanged),
      })
    },
  })
  const columns = useColumns(may('facilities.manage') ? remove.mutate : undefined)
  return (
    <>
      <ProblemNote problem={remove.error} />
      <DataList
        label={t('facilities.directory')}
        rows={contacts}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('facilities.contacts-none')} why={t('facilities.contacts-none-why')} />}
      />
    </>
  )
}

function useColumns(onRemove: ((contact: Contact) => void) | undefined): DataListColumn<Contact>[] {
  const t = useMessages(facilitiesMessages)
  return [
    { key: 'label', heading: t('facilities.contact-label'), kind: 'title', cell: ({ label }) => label },
    {
      key: 'phone',
      heading: t('facilities.phone'),
      cell: ({ phone }) => (
        <a className="poster-phone" href={`tel:${phone}`}>
          {readablePhone(phone)}
        </a>
      ),
    },
    { key: 'hours', heading: t('facilities.hours'), cell: ({ hours }) => hours ?? '–' },
    { key: 'area', heading: t('facilities.area'), cell: ({ areaName }) => areaName },
    {
      key: 'actions',
      heading: '',
      kind: 'actions',
      cell: (contact) =>
        onRemove ? (
          <Button
            variant="default"
            className="no-print"
            aria-label={t('facilities.contact-remove-label', { label: contact.label })}
            onClick={() => onRemove(contact)}
          >
            {t('facilities.contact-remove')}
          </Button>
        ) : null,
    },
  ]
}

function ContactForm(ends: { onDone: () => void; onClose: () => void }) {
  const t = useMessages(facilitiesMessages)
  const { area } = useActor()
  const areaField = useAreaField(area)
  return (
    <FormDialog
      title={t('facilities.contact-add')}
      fields={[
        {
          name: 'kind',
          label: t('facilities.contact-kind'),
          kind: 'choice',
          required: true,
          choices: ContactKind.options.map((kind) => ({
            value: kind,
            label: t(`facilities.contact-${kind}`),
          })),
        },
        { name: 'label', label: t('facilities.contact-label'), kind: 'text', required: true },
        { name: 'phone', label: t('facilities.phone'), kind: 'phone', required: true },
        { name: 'hours', label: t('facilities.hours'), kind: 'text', description: t('facilities.hours-how') },
        areaField,
        { name: 'note', label: t('facilities.note'), kind: 'text' },
      ]}
      initial={{ kind: 'duty', areaId: area.id }}
      fixed={() => ({ id: newId() })}
      contract={AddContact}
      send={addContact}
      {...ends}
    />
  )
}
