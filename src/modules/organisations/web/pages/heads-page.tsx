import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { isOn } from '#base/span.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import { mattersMessages } from '../../shared/messages-matters.ts'
import { HeadList } from '../components/heads.tsx'
import { MatterList } from '../components/matters.tsx'
import { headsQuery } from '../requests-matters.ts'

const Search = z.object({ areaId: Id.optional().catch(undefined) })

/** Who heads which body, and what became of delay and cover-up (R19). */
export function Page() {
  const t = useMessages(mattersMessages)
  const words = useMessages(organisationsMessages)
  const may = useMay()
  const { area } = useActor()
  const { areaId = area.id } = usePageSearch(Search)
  const { data, error, isPending } = useQuery(headsQuery(areaId))
  const present = data?.heads.filter((head) => isOn(head, todayHere())) ?? []
  return (
    <>
      <PageHead
        title={t('organisations.heads')}
        lead={data ? t('organisations.heads-lead', { count: formatNumber(present.length) }) : null}
        back={{ to: '/organisations', label: words('organisations.title') }}
        actions={<PrintButton />}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      <Stack gap="xl">
        {may('organisations.review-heads') ? <MatterList areaId={areaId} /> : null}
        {data ? <HeadList areaId={areaId} heads={data} /> : null}
      </Stack>
    </>
  )
}
