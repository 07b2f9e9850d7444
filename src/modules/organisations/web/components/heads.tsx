import { Button, Checkbox, Group, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isOn } from '#base/span.ts'
import { fold } from '#base/text.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { type Toast, useToast } from '#ui/undo-toast.tsx'
import type { Head, Heads } from '../../shared/contract-matters.ts'
import { mattersMessages } from '../../shared/messages-matters.ts'
import { nameHead } from '../requests-matters.ts'
import { Days } from './days.tsx'
import { HeadForm } from './head-form.tsx'
import { AddMatterForm } from './matter-forms.tsx'

type Opened = { what: 'name' } | { what: 'matter'; head: Head }

/** Who leads which body from when to when, and what for; from a head one records a matter. */
export function HeadList({ areaId, heads }: { areaId: string; heads: Heads }) {
  const t = useMessages(mattersMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const [withEarlier, setWithEarlier] = useState(false)
  const [opened, setOpened] = useState<Opened | undefined>(undefined)
  const after = (toasted: Toast) => {
    setOpened(undefined)
    toast(toasted)
    void queries.invalidateQueries({ queryKey: ['organisations'] })
  }
  const taking = useTakingBack(after)
  const columns = useColumns({
    onMatter: (head) => setOpened({ what: 'matter', head }),
    onTake: taking.mutate,
  })
  const shown = heads.heads.filter((head) => withEarlier || isOn(head, todayHere()))
  const ends = {
    onDone: () => after({ text: t('organisations.matter-saved') }),
    onClose: () => setOpened(undefined),
  }
  return (
    <section aria-label={t('organisations.heads-of')}>
      <ListHead onName={() => setOpened({ what: 'name' })} />
      <Without heads={heads} />
      <Checkbox
        className="no-print"
        label={t('organisations.heads-earlier')}
        checked={withEarlier}
        onChange={(event) => setWithEarlier(event.currentTarget.checked)}
        mb="md"
      />
      <ProblemNote problem={taking.error} />
      <DataList
        label={t('organisations.heads-of')}
        rows={shown}
        columns={columns}
        rowKey={({ postId }) => postId}
        empty={<EmptyState title={t('organisations.heads-none')} why={t('organisations.heads-none-why')} />}
      />
      {opened?.what === 'name' ? <HeadForm areaId={areaId} {...ends} /> : null}
      {opened?.what === 'matter' ? <AddMatterForm head={opened.head} {...ends} /> : null}
    </section>
  )
}

/** Says that a post is not that of the head; the toast puts it back. */
function useTakingBack(after: (toasted: Toast) => void) {
  const t = useMessages(mattersMessages)
  const putBack = ({ postId, answerableFor }: Head) =>
    void nameHead(postId, { isHead: true, answerableFor }).then(() =>
      after({ text: t('organisations.matter-saved') }),
    )
  return useMutation({
    mutationFn: ({ postId }: Head) => nameHead(postId, { isHead: false, answerableFor: null }),
    onSuccess: (_, head) => after({ text: t('organisations.head-taken-back'), onUndo: () => putBack(head) }),
  })
}

function ListHead({ onName }: { onName: () => void }) {
  const t = useMessages(mattersMessages)
  const may = useMay()
  return (
    <Group justify="space-between" mb="sm">
      <Title order={2}>{t('organisations.heads-of')}</Title>
      {may('organisations.manage') ? (
        <Button className="no-print" onClick={onName} leftSection={<IconPlus size={20} aria-hidden />}>
          {t('organisations.head-name')}
        </Button>
      ) : null}
    </Group>
  )
}

function Without({ heads: { bodiesWithout } }: { heads: Heads }) {
  const t = useMessages(mattersMessages)
  if (bodiesWithout.length === 0) return null
  const names = bodiesWithout.map(({ name }) => name).join('; ')
  return <Text mb="sm">{t('organisations.heads-without', { names })}</Text>
}

/** The place stands beside a name that does not say it: "Phòng Kinh tế · Xã Đăk Hà". */
function bodyOf({ organisationName, areaName }: Head): string {
  const says = fold(organisationName).includes(fold(areaName))
  return says ? organisationName : `${organisationName} · ${areaName}`
}

type Actions = { onMatter: (head: Head) => void; onTake: (head: Head) => void }

function useColumns(actions: Actions): DataListColumn<Head>[] {
  const t = useMessages(mattersMessages)
  return [
    {
      key: 'name',
      heading: t('organisations.head'),
      kind: 'title',
      cell: ({ fullName, title }) => (
        <>
          <Text fw={600}>{fullName}</Text>
          <Text c="dimmed">{title}</Text>
        </>
      ),
    },
    {
      key: 'body',
      heading: t('organisations.body'),
      cell: bodyOf,
    },
    {
      key: 'days',
      heading: t('organisations.head-days'),
      cell: ({ validFrom, validTo }) => <Days from={validFrom} to={validTo} />,
    },
    {
      key: 'answerable',
      heading: t('organisations.answerable-for'),
      cell: ({ answerableFor }) => answerableFor ?? t('organisations.whole-work'),
    },
    {
      key: 'actions',
      heading: '',
      kind: 'actions',
      cell: (head) => <RowActions head={head} {...actions} />,
    },
  ]
}

function RowActions({ head, onMatter, onTake }: Actions & { head: Head }) {
  const t = useMessages(mattersMessages)
  const may = useMay()
  const name = head.fullName
  return (
    <Group gap="xs" justify="flex-end" className="no-print">
      {may('organisations.review-heads') ? (
        <Button
          variant="default"
          aria-label={t('organisations.matter-add-label', { name })}
          onClick={() => onMatter(head)}
        >
          {t('organisations.matter-add')}
        </Button>
      ) : null}
      {may('organisations.manage') ? (
        <Button
          variant="subtle"
          aria-label={t('organisations.head-take-back-label', { name })}
          onClick={() => onTake(head)}
        >
          {t('organisations.head-take-back')}
        </Button>
      ) : null}
    </Group>
  )
}
