import { Button, Group, Radio, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { Child } from '../../shared/contract.ts'
import { type ComparedPair, DifferentChildren, type TakenField } from '../../shared/contract-merge.ts'
import { mergeMessages } from '../../shared/messages-merge.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { ComparedFacts } from '../components/compared-facts.tsx'
import { afterChange } from '../requests.ts'
import { mergeChildren, pairQuery, tellApart, undoMerge } from '../requests-merge.ts'
import '../children.css'

/** Two records side by side: keep one and merge the other into it, or say that they are two children. */
export function Page() {
  const t = useMessages(mergeMessages)
  const asked = usePageParams(DifferentChildren)
  const pair = useQuery(pairQuery(asked))
  return (
    <>
      <PageHead
        title={t('children.merge-compare-title')}
        lead={t('children.merge-lead')}
        back={{ to: '/children/pairs', label: t('children.merge-title') }}
      />
      <ProblemNote problem={pair.error} onTryAgain={() => void pair.refetch()} />
      {pair.isPending ? <Loading rows={8} /> : null}
      {pair.data ? <Compare pair={pair.data} /> : null}
    </>
  )
}

function Compare({ pair }: { pair: ComparedPair }) {
  const t = useMessages(mergeMessages)
  const words = useMessages(childrenMessages)
  const [keptId, keep] = useState(pair.child.id)
  const [take, setTake] = useState<TakenField[]>([])
  const [kept, merged] = keptId === pair.child.id ? [pair.child, pair.other] : [pair.other, pair.child]
  const choose = (id: string) => {
    keep(id)
    setTake([])
  }
  return (
    <>
      <Text mb="sm">{pair.reasons.map((reason) => words(`children.alike-${reason}`)).join(' · ')}</Text>
      <Radio.Group value={keptId} onChange={choose} label={t('children.merge-kept')} mb="md">
        <Group mt="xs">
          <Radio value={pair.child.id} label={t('children.merge-keep-left', { name: pair.child.fullName })} />
          <Radio
            value={pair.other.id}
            label={t('children.merge-keep-right', { name: pair.other.fullName })}
          />
        </Group>
      </Radio.Group>
      <ComparedFacts
        kept={kept}
        merged={merged}
        records={pair.records}
        isFirstKept={kept === pair.child}
        take={take}
        onTake={setTake}
      />
      <Decide kept={kept} merged={merged} take={take} />
    </>
  )
}

function Decide({ kept, merged, take }: { kept: Child; merged: Child; take: TakenField[] }) {
  const t = useMessages(mergeMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const go = useGo()
  const [id] = useState(newId)
  const undo = useMutation({ mutationFn: undoMerge, onSuccess: () => afterChange(queries) })
  const merge = useMutation({
    mutationFn: mergeChildren,
    onSuccess: async () => {
      toast({ text: t('children.merge-done'), onUndo: () => undo.mutate(id) })
      await afterChange(queries)
      go(`/children/${kept.id}`)
    },
  })
  const apart = useMutation({
    mutationFn: tellApart,
    onSuccess: async () => {
      toast({ text: t('children.merge-apart-done') })
      await afterChange(queries)
      go('/children/pairs')
    },
  })
  const versions = { keptVersion: kept.version, mergedVersion: merged.version }
  return (
    <>
      <ProblemNote problem={merge.error ?? apart.error} />
      <Group mt="lg">
        <Button
          size="md"
          loading={merge.isPending}
          onClick={() => merge.mutate({ id, keptId: kept.id, mergedId: merged.id, ...versions, take })}
        >
          {t('children.merge-confirm', { name: kept.fullName })}
        </Button>
        <Button
          size="md"
          variant="default"
          loading={apart.isPending}
          onClick={() => apart.mutate({ childId: kept.id, otherId: merged.id })}
        >
          {t('children.merge-apart')}
        </Button>
      </Group>
    </>
  )
}
