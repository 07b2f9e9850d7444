import { Button, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay, formatMoment, vietnamDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { ChildSummary } from '../../shared/contract.ts'
import type { ChildPair, Merge } from '../../shared/contract-merge.ts'
import { mergeMessages } from '../../shared/messages-merge.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { afterChange } from '../requests.ts'
import {
  compareAgain,
  mergesQuery,
  pairsQuery,
  searchPairs,
  tellApart,
  undoMerge,
} from '../requests-merge.ts'
import '../children.css'
import { useBirthWords } from '../components/child-words.tsx'

const pageSize = 30

/** A search that was asked for runs in the background; its pairs appear when it has ended. */
const lookEveryMilliseconds = 3_000

/** Pairs of the area that may be one child, the most alike first. */
export function Page() {
  const t = useMessages(mergeMessages)
  const words = useMessages(childrenMessages)
  const [from, setFrom] = useState(0)
  const [asked, setAsked] = useState<{ before: string | null }>()
  const list = useQuery({
    ...pairsQuery(from),
    refetchInterval: ({ state: { data } }) =>
      asked && data?.searchedAt === asked.before ? lookEveryMilliseconds : false,
  })
  const found = list.data
  return (
    <>
      <PageHead
        title={t('children.merge-title')}
        lead={
          found?.searchedAt
            ? t('children.merge-searched', { moment: formatMoment(found.searchedAt) })
            : undefined
        }
        back={{ to: '/children', label: words('children.title') }}
        actions={<SearchNow onAsked={() => setAsked({ before: found?.searchedAt ?? null })} />}
      />
      <ProblemNote problem={list.error} onTryAgain={() => void list.refetch()} />
      {list.isPending ? <Loading rows={5} /> : null}
      {found && found.pairs.length === 0 ? (
        <EmptyState title={t(found.searchedAt ? 'children.merge-none' : 'children.merge-none-never')} />
      ) : null}
      {found && found.pairs.length > 0 ? (
        <Stack gap="md">
          <Text fw={600}>{t('children.merge-all', { count: formatNumber(found.total) })}</Text>
          {found.pairs.map((pair) => (
            <PairCard key={`${pair.child.id} ${pair.other.id}`} pair={pair} />
          ))}
          {found.total > from + pageSize ? (
            <Button variant="default" onClick={() => setFrom(from + pageSize)}>
              {t('children.merge-more')}
            </Button>
          ) : null}
        </Stack>
      ) : null}
      <EarlierMerges />
    </>
  )
}

function SearchNow({ onAsked }: { onAsked: () => void }) {
  const t = useMessages(mergeMessages)
  const toast = useToast()
  const search = useMutation({
    mutationFn: searchPairs,
    onSuccess: () => {
      onAsked()
      toast({ text: t('children.merge-searching') })
    },
  })
  return (
    <Button variant="default" loading={search.isPending} onClick={() => search.mutate()}>
      {t('children.merge-search')}
    </Button>
  )
}

function PairCard({ pair: { child, other, score, reasons } }: { pair: ChildPair }) {
  const t = useMessages(mergeMessages)
  const words = useMessages(childrenMessages)
  return (
    <section className="children-pair" aria-label={`${child.fullName}, ${other.fullName}`}>
      <div className="children-pair-sides">
        <Side child={child} />
        <Side child={other} />
      </div>
      <Text>
        {[
          t('children.merge-score', { percent: Math.min(99, Math.round(score * 100)) }),
          ...reasons.map((reason) => words(`children.alike-${reason}`)),
        ].join(' · ')}
      </Text>
      <div className="children-pair-actions">
        <PageButton to={`/children/pairs/${child.id}/${other.id}`}>{t('children.merge-compare')}</PageButton>
        <ApartButton childId={child.id} otherId={other.id} />
      </div>
    </section>
  )
}

function Side({ child }: { child: ChildSummary }) {
  const t = useMessages(childrenMessages)
  const birthWords = useBirthWords()
  return (
    <div>
      <PageLink to={`/children/${child.id}`} fw={600}>
        {child.fullName}
      </PageLink>
      <Text>
        {[t(`children.sex-${child.sex}`).toLowerCase(), birthWords(child), child.villageName, child.carerName]
          .filter((text) => text !== null)
          .join(' · ')}
      </Text>
    </div>
  )
}

/** "Not the same child", to be taken back for ten seconds. */
function ApartButton({ childId, otherId }: { childId: string; otherId: string }) {
  const t = useMessages(mergeMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const refresh = () => queries.invalidateQueries({ queryKey: ['children', 'pairs'] })
  const undo = useMutation({ mutationFn: compareAgain, onSuccess: refresh })
  const apart = useMutation({
    mutationFn: tellApart,
    onSuccess: async () => {
      toast({ text: t('children.merge-apart-done'), onUndo: () => undo.mutate({ childId, otherId }) })
      await refresh()
    },
  })
  return (
    <>
      <Button variant="default" loading={apart.isPending} onClick={() => apart.mutate({ childId, otherId })}>
        {t('children.merge-apart')}
      </Button>
      <ProblemNote problem={apart.error} />
    </>
  )
}

function EarlierMerges() {
  const t = useMessages(mergeMessages)
  const { data = [] } = useQuery(mergesQuery)
  if (data.length === 0) return null
  return (
    <section aria-labelledby="children-merges">
      <Title order={2} id="children-merges" mt="xl" mb="sm">
        {t('children.merge-earlier')}
      </Title>
      <DataList
        label={t('children.merge-earlier')}
        rows={data}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            heading: t('children.merge-pair'),
            kind: 'title',
            cell: ({ keptId, keptName, mergedName }) => (
              <PageLink to={`/children/${keptId}`}>
                {t('children.merge-what', { merged: mergedName, kept: keptName })}
              </PageLink>
            ),
          },
          { key: 'at', heading: t('children.merge-at'), cell: ({ mergedAt }) => formatMoment(mergedAt) },
          { key: 'undo', heading: '', kind: 'actions', cell: (merge) => <UndoCell merge={merge} /> },
        ]}
      />
    </section>
  )
}

function UndoCell({ merge: { id, undoneAt } }: { merge: Merge }) {
  const t = useMessages(mergeMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const undo = useMutation({
    mutationFn: undoMerge,
    onSuccess: async () => {
      toast({ text: t('children.merge-undone-done') })
      await afterChange(queries)
    },
  })
  if (undoneAt) return t('children.merge-undone', { day: formatDay(vietnamDay(new Date(undoneAt))) })
  return (
    <>
      <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(id)}>
        {t('children.merge-undo')}
      </Button>
      <ProblemNote problem={undo.error} />
    </>
  )
}
