import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { PageLink, useChangeSearch } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { ReferralLine } from '../../shared/contract.ts'
import { screeningMessages } from '../../shared/messages.ts'
import { ReferralState } from '../../shared/referral.ts'
import { FollowDialog } from '../components/follow-dialog.tsx'
import { referralsQuery } from '../requests.ts'

const Search = z.object({ state: z.enum(['open', ...ReferralState.options]).catch('open') })

/** Children with a referral that a screening proposed, and what became of it; urgent ones first. */
export function Page() {
  const t = useMessages(screeningMessages)
  const { area } = useActor()
  const { state } = usePageSearch(Search)
  const { data, error, isPending } = useQuery(referralsQuery(state))
  const [following, setFollowing] = useState<ReferralLine | undefined>(undefined)
  const today = data?.today ?? ''
  const late = data?.referrals.filter((one) => one.state === 'proposed' && one.answerBy < today).length ?? 0
  const columns = useColumns(today, setFollowing)
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
      <StateFilter state={state} />
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
      {following ? <FollowDialog referral={following} onClose={() => setFollowing(undefined)} /> : null}
    </>
  )
}

function StateFilter({ state }: { state: string }) {
  const t = useMessages(screeningMessages)
  const change = useChangeSearch()
  return (
    <Select
      label={t('screening.state')}
      className="no-print"
      maw={320}
      mb="md"
      data={(['open', ...ReferralState.options] as const).map((value) => ({
        value,
        label: t(`screening.state-${value}`),
      }))}
      value={state}
      allowDeselect={false}
      onChange={(next) => change({ state: next ?? 'open' })}
    />
  )
}

function useColumns(
  today: string,
  onFollow: (referral: ReferralLine) => void,
): DataListColumn<ReferralLine>[] {
  const t = useMessages(screeningMessages)
  const action = useFollowColumn(onFollow)
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
      cell: ({ answerBy, state }) =>
        `${formatDay(answerBy)}${answerBy < today && state === 'proposed' ? ` (${t('screening.late')})` : ''}`,
    },
    {
      key: 'phone',
      heading: t('screening.phone'),
      cell: ({ carerPhone }) => (carerPhone ? <PhoneLink phone={carerPhone} /> : null),
    },
    { key: 'village', heading: t('screening.village'), cell: ({ villageName }) => villageName ?? '' },
    {
      key: 'state',
      heading: t('screening.state'),
      cell: ({ state, stateOn, stateNote }) =>
        [t(`screening.state-${state}`), stateOn ? formatDay(stateOn) : undefined, stateNote ?? undefined]
          .filter(Boolean)
          .join(' · '),
    },
    ...action,
  ]
}

/** For those who may record: a button that opens the step. */
function useFollowColumn(onFollow: (referral: ReferralLine) => void): DataListColumn<ReferralLine>[] {
  const t = useMessages(screeningMessages)
  const may = useMay()
  if (!may('screening.record')) return []
  const actions: DataListColumn<ReferralLine> = {
    key: 'actions',
    heading: t('screening.follow'),
    kind: 'actions',
    cell: (referral) => (
      <Button
        variant="default"
        className="no-print"
        aria-label={t('screening.follow-title', { name: referral.fullName })}
        onClick={() => onFollow(referral)}
      >
        {t('screening.follow')}
      </Button>
    ),
  }
  return [actions]
}
