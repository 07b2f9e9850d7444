import { Button, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period, periodName } from '#base/period.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageLink, useChangeSearch } from '#platform/web/page-link.tsx'
import { usePageParams, usePageSearch } from '#platform/web/page.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { Breakdown, type ChildBehind, type ChildrenBehindReply, Membership } from '../../shared/contract.ts'
import { IndicatorCode } from '../../shared/definition.ts'
import { groupName } from '../../shared/group-names.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { ReasonList } from '../components/reason-list.tsx'
import { behindQuery, definitionsQuery, valuesQuery } from '../requests.ts'

const Params = z.object({ code: IndicatorCode, period: Period, areaId: Id, group: z.string() })
type Params = z.infer<typeof Params>
const Search = z.object({ which: Membership.catch('missing') })

/** `sex=male` of the address; `all` = the whole area. */
function groupOf(text: string): { by?: Breakdown; key?: string } {
  const [by, key] = text.split('=', 2)
  const known = Breakdown.safeParse(by)
  return known.success && key !== undefined ? { by: known.data, key } : {}
}

/** The name of a place or an ethnic group stands with the values, not in the address. */
function useGroupName({ code, period, areaId, group }: Params): string | undefined {
  const { language } = useLanguage()
  const { by, key } = groupOf(group)
  const { data } = useQuery({
    ...valuesQuery({ areaId, period }, { codes: code, ...(by ? { by } : {}) }),
    enabled: by !== undefined,
  })
  if (by === undefined || key === undefined) return undefined
  const found = data?.values.find((value) => value.group?.key === key)
  return groupName(found?.group ?? { by, key, name: null }, language)
}

function Children({ list, which, onMore, isLoadingMore }: ListProps) {
  const t = useMessages(indicatorsMessages)
  const empty = which === 'missing' ? t('indicators.behind-empty-missing') : t('indicators.behind-empty')
  return (
    <DataList
      label={t('indicators.behind')}
      rows={list}
      rowKey={({ childId }) => childId}
      empty={<EmptyState title={empty} />}
      onMore={onMore}
      isLoadingMore={isLoadingMore}
      columns={[
        {
          key: 'child',
          heading: t('indicators.child'),
          kind: 'title',
          cell: ({ childId, fullName }) => <PageLink to={`/children/${childId}`}>{fullName}</PageLink>,
        },
        { key: 'born', heading: t('indicators.born'), cell: ({ bornOn }) => formatDay(bornOn) },
        {
          key: 'village',
          heading: t('indicators.village'),
          cell: ({ villageName }) => villageName ?? '',
        },
        {
          key: 'why',
          heading: t('indicators.why'),
          cell: ({ reached, reasons }) =>
            reached ? t('indicators.is-reached') : <ReasonList reasons={reasons} />,
        },
      ]}
    />
  )
}

type ListProps = {
  list: readonly ChildBehind[]
  which: Membership
  onMore: (() => void) | undefined
  isLoadingMore: boolean
}

function WhichControl({ which, counts }: { which: Membership; counts: ChildrenBehindReply['counts'] }) {
  const t = useMessages(indicatorsMessages)
  const change = useChangeSearch()
  const { missing, reached } = counts
  const label = {
    missing: t('indicators.which-missing', { count: formatNumber(missing) }),
    reached: t('indicators.which-reached', { count: formatNumber(reached) }),
    all: t('indicators.which-all', { count: formatNumber(missing + reached) }),
  }
  return (
    <Group className="no-print" gap="xs" role="group" aria-label={t('indicators.which')}>
      {Membership.options.map((value) => (
        <Button
          key={value}
          variant={value === which ? 'filled' : 'default'}
          aria-pressed={value === which}
          onClick={() => change({ which: value })}
        >
          {label[value]}
        </Button>
      ))}
    </Group>
  )
}

function useHead(params: Params, first: ChildrenBehindReply | undefined) {
  const t = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  const { data: edition } = useQuery(definitionsQuery)
  const group = useGroupName(params)
  const name = edition?.definitions.find(({ code }) => code === params.code)?.name[language]
  const lead = first
    ? t('indicators.behind-lead', {
        area: [first.area.name, group].filter(Boolean).join(', '),
        period: periodName(params.period, language),
        day: formatDay(first.asOf),
      })
    : ''
  return { title: name ?? t('indicators.behind'), lead }
}

/** The children behind a number, and what each of them lacks. */
export function Page() {
  const t = useMessages(indicatorsMessages)
  const params = usePageParams(Params)
  const { which } = usePageSearch(Search)
  const { code, period, areaId, group } = params
  const list = useInfiniteQuery(behindQuery({ code, period, areaId, which, ...groupOf(group) }))
  const first = list.data?.pages[0]
  const { title, lead } = useHead(params, first)
  const children = list.data?.pages.flatMap((page) => page.children) ?? []
  return (
    <Stack gap="md">
      <PageHead
        title={title}
        lead={<Text>{lead}</Text>}
        back={{ to: '/indicators', label: t('indicators.back') }}
        actions={<PrintButton />}
      />
      {first ? <WhichControl which={which} counts={first.counts} /> : null}
      <ProblemNote problem={list.error} onTryAgain={() => void list.refetch()} />
      {list.isPending ? <Loading /> : null}
      {first ? (
        <Children
          list={children}
          which={which}
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          isLoadingMore={list.isFetchingNextPage}
        />
      ) : null}
    </Stack>
  )
}
