import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#ui/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { ReferralLine } from '../../shared/contract.ts'
import { screeningMessages } from '../../shared/messages.ts'
import { referralsQuery } from '../requests.ts'

/** Children with a proposed referral that has no answer yet, urgent ones first. */
export function Page() {
  const t = useMessages(screeningMessages)
  const { area } = useActor()
  const { data, error, isPending } = useQuery(referralsQuery)
  const today = data?.today ?? ''
  const late = data?.referrals.filter(({ answerBy }) => answerBy < today).length ?? 0
  const columns = useColumns(today)
  return (
    <>
      <PageHead
        title={t('screening.referrals-title')}
        lead={
          data
            ? t('screening.referrals-lead', {
                area: area.name,
                count: formatNumber(data.referrals.length),
                late: formatNumber(late),
              })
            : area.name
        }
        actions={<PrintButton />}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? (
        <DataList
          label={t('screening.referrals-title')}
          rows={data.referrals}
          rowKey={({ id }) => id}
          columns={columns}
          empty={<EmptyState title={t('screening.referrals-none')} why={t('screening.referrals-none-why')} />}
        />
      ) : null}
    </>
  )
}

function useColumns(today: string): DataListColumn<ReferralLine>[] {
  const t = useMessages(screeningMessages)
  return [
    {
      key: 'child',
      heading: t('screening.child'),
      kind: 'title',
      cell: ({ childId, fullName }) => <PageLink to={`/children/${childId}`}>{fullName}</PageLink>,
    },
    {
      key: 'to',
      heading: t('screening.referred-to'),
      cell: ({ referredTo, urgent }) =>
        `${t(`screening.to-${referredTo}`)}${urgent ? ` (${t('screening.urgent')})` : ''}`,
    },
    { key: 'on', heading: t('screening.proposed-on'), cell: ({ proposedOn }) => formatDay(proposedOn) },
    {
      key: 'by',
      heading: t('screening.answer-by'),
      cell: ({ answerBy }) => `${formatDay(answerBy)}${answerBy < today ? ` (${t('screening.late')})` : ''}`,
    },
    { key: 'phone', heading: t('screening.phone'), cell: ({ carerPhone }) => carerPhone ?? '' },
    { key: 'village', heading: t('screening.village'), cell: ({ villageName }) => villageName ?? '' },
  ]
}
