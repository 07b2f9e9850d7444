import { Button, Group, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { matchesWords } from '#ui/search-select.tsx'
import type { PackageItem } from '../../shared/contract.ts'
import { packageMessages } from '../../shared/messages-package.ts'
import type { PackageChange } from '../../shared/package-change.ts'
import { useItemWords } from './item-words.tsx'

/** A change with the item as it becomes; a removed one as it was. */
export type ChangedItem = { change: PackageChange; item: PackageItem }

export type OwnPartProps = {
  changed: readonly ChangedItem[]
  onEdit: ((one: ChangedItem) => void) | undefined
  onTakeBack: ((one: ChangedItem) => void) | undefined
}

/** What the place has added, changed and removed. */
export function OwnPart({ changed, onEdit, onTakeBack }: OwnPartProps) {
  const t = useMessages(packageMessages)
  const columns = useItemColumns<ChangedItem>(({ item }) => item)
  const kind: DataListColumn<ChangedItem> = {
    key: 'kind',
    heading: t('services.package-kind'),
    cell: ({ change }) => t(`services.package-kind-${change.kind}`),
  }
  const actions: DataListColumn<ChangedItem> = {
    key: 'actions',
    heading: t('services.package-actions'),
    kind: 'actions',
    cell: (one) => (
      <Group gap="xs" className="no-print">
        {onEdit && one.change.kind !== 'remove' ? (
          <Button
            variant="default"
            aria-label={t('services.package-edit-of', { name: one.item.name.vi })}
            onClick={() => onEdit(one)}
          >
            {t('services.package-edit')}
          </Button>
        ) : null}
        {onTakeBack ? (
          <Button
            variant="subtle"
            aria-label={t('services.package-take-back-of', { name: one.item.name.vi })}
            onClick={() => onTakeBack(one)}
          >
            {t('services.package-take-back')}
          </Button>
        ) : null}
      </Group>
    ),
  }
  return (
    <section aria-labelledby="package-own">
      <Title order={2} id="package-own" mb="xs">
        {t('services.package-own')}
      </Title>
      <DataList
        label={t('services.package-own')}
        rows={changed}
        rowKey={({ item }) => item.code}
        columns={[...columns, kind, ...(onEdit || onTakeBack ? [actions] : [])]}
        empty={<EmptyState title={t('services.package-own-none')} />}
      />
    </section>
  )
}

export type AbovePartProps = {
  items: readonly PackageItem[]
  onEdit: ((item: PackageItem) => void) | undefined
  onRemove: ((item: PackageItem) => void) | undefined
}

/** The items above that the place has left as they are. */
export function AbovePart({ items, onEdit, onRemove }: AbovePartProps) {
  const t = useMessages(packageMessages)
  const { language } = useLanguage()
  const [text, setText] = useState('')
  const columns = useItemColumns<PackageItem>((item) => item)
  const actions: DataListColumn<PackageItem> = {
    key: 'actions',
    heading: t('services.package-actions'),
    kind: 'actions',
    cell: (item) => <AboveActions item={item} onEdit={onEdit} onRemove={onRemove} />,
  }
  return (
    <section aria-labelledby="package-above">
      <Title order={2} id="package-above" mb="xs">
        {t('services.package-above')}
      </Title>
      <TextInput
        label={t('services.package-search')}
        value={text}
        mb="sm"
        className="no-print"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DataList
        label={t('services.package-above')}
        rows={items.filter(({ name }) => matchesWords(name[language], text))}
        rowKey={({ code }) => code}
        columns={onEdit ? [...columns, actions] : columns}
      />
    </section>
  )
}

function AboveActions({ item, onEdit, onRemove }: Omit<AbovePartProps, 'items'> & { item: PackageItem }) {
  const t = useMessages(packageMessages)
  const { language } = useLanguage()
  const name = item.name[language]
  return (
    <Group gap="xs" className="no-print">
      <Button
        variant="default"
        aria-label={t('services.package-edit-of', { name })}
        onClick={() => onEdit?.(item)}
      >
        {t('services.package-edit')}
      </Button>
      {item.mandatory ? null : (
        <Button
          variant="subtle"
          aria-label={t('services.package-remove-of', { name })}
          onClick={() => onRemove?.(item)}
        >
          {t('services.package-remove')}
        </Button>
      )}
    </Group>
  )
}

function useItemColumns<Row>(itemOf: (row: Row) => PackageItem): DataListColumn<Row>[] {
  const t = useMessages(packageMessages)
  const { language } = useLanguage()
  const { age, rhythm } = useItemWords()
  return [
    {
      key: 'name',
      heading: t('services.package-item'),
      kind: 'title',
      cell: (row) => itemOf(row).name[language],
    },
    { key: 'age', heading: t('services.package-age'), cell: (row) => age(itemOf(row)) },
    { key: 'rhythm', heading: t('services.package-rhythm'), cell: (row) => rhythm(itemOf(row)) },
    {
      key: 'duty',
      heading: t('services.package-duty'),
      cell: (row) =>
        itemOf(row).mandatory ? t('services.package-mandatory') : t('services.package-voluntary'),
    },
  ]
}
