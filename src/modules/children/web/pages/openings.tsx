import { Button, Select, Stack } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import { OpeningState } from '../../shared/contract-confidential.ts'
import { confidentialMessages } from '../../shared/messages-confidential.ts'
import { OpeningCard } from '../components/opening-card.tsx'
import { openingHistoryQuery } from '../requests-confidential.ts'

const Search = z.object({ state: OpeningState.catch('all') })

/** Every emergency opening within the place, waiting or decided, for whoever is responsible. */
export function Page() {
  const t = useMessages(confidentialMessages)
  const { area } = useActor()
  const go = useGo()
  const { state } = usePageSearch(Search)
  const list = useInfiniteQuery(openingHistoryQuery(state))
  const openings = list.data?.pages.flatMap((page) => page.openings)
  const word = (one: OpeningState) => (one === 'all' ? 'any' : one)
  return (
    <>
      <PageHead
        title={t('children.openings-page')}
        lead={t('children.openings-page-lead', { area: nameInSentence(area.name) })}
      />
      <Stack gap="md">
        <Select
          label={t('children.openings-state')}
          maw={320}
          data={OpeningState.options.map((value) => ({
            value,
            label: t(`children.openings-${word(value)}`),
          }))}
          value={state}
          onChange={(next) => go('/children/openings', { state: next ?? 'all' })}
          allowDeselect={false}
        />
        <ProblemNote problem={list.error} />
        {list.isPending ? <Loading /> : null}
        {openings?.length === 0 ? (
          <EmptyState title={t('children.openings-none')} why={t('children.openings-none-why')} />
        ) : null}
        {openings?.map((opening) => (
          <OpeningCard key={opening.id} opening={opening} />
        ))}
        {list.hasNextPage ? (
          <Button
            variant="default"
            style={{ alignSelf: 'start' }}
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('children.openings-more')}
          </Button>
        ) : null}
      </Stack>
    </>
  )
}
