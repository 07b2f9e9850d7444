import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ChildrenFound, ChildSummary } from '../shared/contract.ts'
import { listQuery, type ListSearch } from './requests.ts'

const firstPage = 50

/** A paper list of more is read by nobody; the workbook holds up to 50,000. */
const mostPrinted = 2_000

/** Whether the pages hold too little to stop at: less than a first page, or a last one that brought nobody. */
function isShort(pages: readonly ChildrenFound[]): boolean {
  return countOf(pages) < firstPage || pages.at(-1)?.children.length === 0
}

function countOf(pages: readonly ChildrenFound[]): number {
  return pages.reduce((sum, { children }) => sum + children.length, 0)
}

function known(pages: readonly ChildrenFound[], isWhole: boolean): ChildSummary[] | undefined {
  const children = pages.flatMap((found) => found.children)
  return children.length > 0 || isWhole ? children : undefined
}

/**
 * The list as far as it is loaded. A search over very many names may answer with a page that is not full: it goes on by
 * itself until there is a page's worth to see. `children` is undefined until it is known that there are any, or none.
 */
export function useFoundChildren(search: ListSearch) {
  const list = useInfiniteQuery(listQuery(search))
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  const pages = list.data?.pages ?? []
  const goesOn = hasNextPage && !isError && isShort(pages)
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage()
  }, [goesOn, isFetching, fetchNextPage])
  return {
    children: known(pages, list.isSuccess && !goesOn),
    problem: list.error,
    tryAgain: () => void (list.isFetchNextPageError ? fetchNextPage() : list.refetch()),
    isLooking: list.isPending || goesOn,
    onMore: hasNextPage ? () => void fetchNextPage() : undefined,
    isLoadingMore: list.isFetchingNextPage,
    /** For paper: the rest of the list, as far as a paper list makes sense. */
    loadRest: async () => {
      let latest: Pick<typeof list, 'hasNextPage' | 'isError' | 'data'> = list
      while (latest.hasNextPage && !latest.isError && countOf(latest.data?.pages ?? []) < mostPrinted)
        latest = await fetchNextPage()
    },
  }
}
