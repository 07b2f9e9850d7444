import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PageProblem } from '#ui/page-problem.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { PackageItem } from '../../shared/contract.ts'
import { packageMessages } from '../../shared/messages-package.ts'
import { ownPackageItem, type PackageChange, patched } from '../../shared/package-change.ts'
import { ApproveDraft, type VersionOpened } from '../../shared/package-versions.ts'
import { AboveItemDialog, OwnItemDialog } from '../components/item-dialog.tsx'
import { AbovePart, type ChangedItem, OwnPart } from '../components/package-items.tsx'
import { PreviewOfDraft } from '../components/preview-of-draft.tsx'
import { approveDraft, dropDraft, saveDraft, versionQuery } from '../requests-package.ts'
import '../services.css'

const Params = z.object({ versionId: Id })

/** One version of the package: what the place changes, for how many children, and its decision. */
export function Page() {
  const t = useMessages(packageMessages)
  const { versionId } = usePageParams(Params)
  const [counting, setCounting] = useState<number | undefined>(undefined)
  const { data, error, isPending } = useQuery(versionQuery(versionId, counting !== undefined))
  const isCounting = counting !== undefined && data?.version.previewVersion !== counting
  if (counting !== undefined && !isCounting && data) setCounting(undefined)
  const title = t('services.package-title')
  if (!data)
    return isPending ? (
      <Loading />
    ) : (
      <PageProblem title={title} back={{ to: '/services/package', label: title }} problem={error} />
    )
  return <Version opened={data} isCounting={isCounting} onAsk={() => setCounting(data.version.version)} />
}

/** Each change with the item it gives; what the level above no longer has is left out. */
function changedItems({ above, version }: VersionOpened): ChangedItem[] {
  const byCode = new Map(above.map((item) => [item.code, item]))
  return version.changes.flatMap((change): ChangedItem[] => {
    if (change.kind === 'add') return ownPackageItem(change.item).map((item) => ({ change, item }))
    const item = byCode.get(change.code)
    if (!item) return []
    return [{ change, item: change.kind === 'change' ? patched(item, change.fields) : item }]
  })
}

type VersionProps = { opened: VersionOpened; isCounting: boolean; onAsk: () => void }
type Editing = { own: ChangedItem | undefined } | { above: PackageItem; shown: PackageItem }

function Version({ opened, isCounting, onAsk }: VersionProps) {
  const t = useMessages(packageMessages)
  const mayEdit = useMayEdit(opened)
  const { version, above } = opened
  const [editing, setEditing] = useState<Editing | undefined>(undefined)
  const save = useSave(opened)
  const changed = changedItems(opened)
  const without = (code: string) => version.changes.filter((change) => codeOf(change) !== code)
  const names = new Map(
    [...above, ...changed.map(({ item }) => item)].map(({ code, name }) => [code, name.vi]),
  )
  return (
    <>
      <VersionHead opened={opened} mayEdit={mayEdit} onAdd={() => setEditing({ own: undefined })} />
      <ProblemNote problem={save.error} />
      <Stack gap="xl">
        <Items
          opened={opened}
          changed={changed}
          editor={mayEdit ? { setEditing, save: save.mutate } : undefined}
        >
          {mayEdit ? (
            <PreviewOfDraft
              version={version}
              nameOf={(code) => names.get(code) ?? code}
              isCounting={isCounting}
              onAsk={onAsk}
            />
          ) : null}
        </Items>
      </Stack>
      {editing ? (
        <ItemEditor
          editing={editing}
          without={without}
          onSave={save.mutateAsync}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
      <Text className="services-quiet" mt="lg">
        {t('services.package-rests-on', { version: opened.aboveVersion })}
      </Text>
    </>
  )
}

function useMayEdit({ version, isOwn }: VersionOpened): boolean {
  const may = useMay()
  return isOwn && version.status === 'draft' && may('services.manage-package')
}

type ItemsProps = {
  opened: VersionOpened
  changed: readonly ChangedItem[]
  /** Missing where nothing may be changed. */
  editor: { setEditing: (editing: Editing) => void; save: (changes: PackageChange[]) => void } | undefined
  children: ReactNode
}

/** The own part, what stands between, and the items that stay as the level above has them. */
function Items({ opened: { version, above }, changed, editor, children }: ItemsProps) {
  const codes = new Set(changed.map(({ item }) => item.code))
  const left = above.filter(({ code }) => !codes.has(code))
  if (!editor)
    return (
      <>
        <OwnPart changed={changed} onEdit={undefined} onTakeBack={undefined} />
        <AbovePart items={left} onEdit={undefined} onRemove={undefined} />
      </>
    )
  const { setEditing, save } = editor
  const edit = (one: ChangedItem) => {
    const item = above.find(({ code }) => code === one.item.code)
    setEditing(item ? { above: item, shown: one.item } : { own: one })
  }
  return (
    <>
      <OwnPart
        changed={changed}
        onEdit={edit}
        onTakeBack={({ item }) => save(version.changes.filter((change) => codeOf(change) !== item.code))}
      />
      {children}
      <AbovePart
        items={left}
        onEdit={(item) => setEditing({ above: item, shown: item })}
        onRemove={({ code }) => save([...version.changes, { kind: 'remove', code }])}
      />
    </>
  )
}

function codeOf(change: PackageChange): string {
  if (change.kind !== 'add') return change.code
  return ownPackageItem(change.item)[0]?.code ?? ''
}

function useSave({ version }: VersionOpened) {
  const t = useMessages(packageMessages)
  const queries = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (changes: PackageChange[]) =>
      saveDraft(version.id, { version: version.version, name: version.name, changes }),
    onSuccess: async () => {
      toast({ text: t('services.package-saved') })
      await queries.invalidateQueries({ queryKey: ['services', 'versions'] })
    },
  })
}

type EditorProps = {
  editing: Editing
  without: (code: string) => PackageChange[]
  onSave: (changes: PackageChange[]) => Promise<unknown>
  onClose: () => void
}

function ItemEditor({ editing, without, onSave, onClose }: EditorProps) {
  if ('above' in editing) {
    const { above: item, shown } = editing
    const rest = without(item.code)
    return (
      <AboveItemDialog
        item={item}
        shown={shown}
        onSave={(change) => onSave(change ? [...rest, change] : rest)}
        onClose={onClose}
      />
    )
  }
  const { own } = editing
  const rest = without(own?.item.code ?? '-')
  return (
    <OwnItemDialog
      item={own?.change.kind === 'add' ? own.change.item : undefined}
      onSave={(change) => onSave(change ? [...rest, change] : rest)}
      onClose={onClose}
    />
  )
}

type HeadProps = { opened: VersionOpened; mayEdit: boolean; onAdd: () => void }

function VersionHead({ opened: { version }, mayEdit, onAdd }: HeadProps) {
  const t = useMessages(packageMessages)
  const facts = [
    version.areaName,
    version.decisionNumber ?? t('services.package-state-draft'),
    version.inForceFrom ? t('services.package-from', { from: formatDay(version.inForceFrom) }) : undefined,
    t('services.package-change-count', { count: version.changes.length }),
  ]
  return (
    <PageHead
      title={version.name}
      lead={facts.filter(Boolean).join(' · ')}
      back={{ to: '/services/package', label: t('services.package-title') }}
      actions={
        mayEdit ? (
          <Group gap="sm">
            <Button onClick={onAdd}>{t('services.package-add')}</Button>
            <Approve version={version} />
            <Drop id={version.id} />
          </Group>
        ) : null
      }
    />
  )
}

function Approve({ version: { id, version } }: { version: VersionOpened['version'] }) {
  const t = useMessages(packageMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const done = () => {
    setOpen(false)
    toast({ text: t('services.package-approved') })
    void queries.invalidateQueries({ queryKey: ['services'] })
  }
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('services.package-approve')}
      </Button>
      {isOpen ? (
        <FormDialog
          title={t('services.package-approve')}
          note={t('services.package-approve-note')}
          fields={[
            {
              name: 'decisionNumber',
              label: t('services.package-decision-number'),
              kind: 'text',
              required: true,
            },
            { name: 'decidedOn', label: t('services.package-decided-on'), kind: 'day', required: true },
            { name: 'inForceFrom', label: t('services.package-in-force-from'), kind: 'day', required: true },
            { name: 'inForceTo', label: t('services.package-in-force-to'), kind: 'day' },
          ]}
          fixed={() => ({ version })}
          contract={ApproveDraft}
          send={(input) => approveDraft(id, input)}
          onDone={done}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

function Drop({ id }: { id: string }) {
  const t = useMessages(packageMessages)
  const go = useGo()
  const queries = useQueryClient()
  const toast = useToast()
  const drop = useMutation({
    mutationFn: () => dropDraft(id),
    onSuccess: async () => {
      toast({ text: t('services.package-dropped') })
      go('/services/package')
      await queries.invalidateQueries({ queryKey: ['services', 'versions'], exact: true })
    },
  })
  return (
    <>
      <Button variant="subtle" color="red" loading={drop.isPending} onClick={() => drop.mutate()}>
        {t('services.package-drop')}
      </Button>
      <ProblemNote problem={drop.error} />
    </>
  )
}
