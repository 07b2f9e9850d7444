import { useQuery } from '@tanstack/react-query'
import { type Translate, useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { formatNumber } from '#base/numbers.ts'
import type { UnitStaffing } from '../../shared/contract.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import { staffingQuery } from '../requests.ts'

type Line = { key: string; to: string; text: string }

function Lines({ areaId, lines }: { areaId: string; lines: readonly Line[] }) {
  return (
    <>
      {lines.map(({ key, to, text }) => (
        <li key={key}>
          <PageLink to={to} search={{ areaId }}>
            {text}
          </PageLink>
        </li>
      ))}
    </>
  )
}

type Words = Translate<Extract<keyof (typeof organisationsMessages)['vi'], string>>

/** Bodies and boards of the unit, and who leads. */
function bodyLines(t: Words, { organisations, bodiesWithoutHead, focal }: UnitStaffing): Line[] {
  const bodies = formatNumber(organisations)
  const name = focal ? (focal.deskName ?? focal.agencyName) : undefined
  return [
    ...(name ? [{ key: 'focal', to: '/organisations', text: t('organisations.has-focal', { name }) }] : []),
    { key: 'bodies', to: '/organisations', text: t('organisations.has-bodies', { count: bodies }) },
    {
      key: 'heads',
      to: '/organisations/heads',
      text: t('organisations.has-heads', { count: formatNumber(organisations - bodiesWithoutHead), bodies }),
    },
  ]
}

/** On a unit's page: who works for children there. */
export function StaffingHas({ areaId }: { areaId: string }) {
  const t = useMessages(organisationsMessages)
  const { data } = useQuery(staffingQuery(areaId))
  if (!data) return null
  const people = data.byAudience.reduce((sum, audience) => sum + audience.people, 0)
  return (
    <Lines
      areaId={areaId}
      lines={[
        ...bodyLines(t, data),
        {
          key: 'people',
          to: '/organisations/staff',
          text: t('organisations.has-people', { count: formatNumber(people) }),
        },
        {
          key: 'villages',
          to: '/organisations/collaborators',
          text: t('organisations.has-villages', {
            count: formatNumber(data.villages - data.villagesWithoutCollaborator),
            villages: formatNumber(data.villages),
          }),
        },
        {
          key: 'boards',
          to: '/organisations/boards',
          text: t('organisations.has-boards', {
            count: formatNumber(data.boards),
            open: formatNumber(data.followupsOpen),
          }),
        },
      ]}
    />
  )
}

/** On a unit's page: who is missing, and what of the boards is late. */
export function StaffingLacks({ areaId }: { areaId: string }) {
  const t = useMessages(organisationsMessages)
  const { data } = useQuery(staffingQuery(areaId))
  if (!data) return null
  const count = (number: number) => ({ count: formatNumber(number) })
  const lines: (Line & { isLacking: (staffing: UnitStaffing) => boolean })[] = [
    {
      key: 'focal',
      to: '/organisations',
      text: t('organisations.lacks-focal'),
      isLacking: ({ focal }) => focal === null,
    },
    {
      key: 'villages',
      to: '/organisations/collaborators',
      text: t('organisations.lacks-collaborators', count(data.villagesWithoutCollaborator)),
      isLacking: ({ villagesWithoutCollaborator }) => villagesWithoutCollaborator > 0,
    },
    {
      key: 'protection',
      to: '/organisations/staff',
      text: t('organisations.lacks-protection'),
      isLacking: ({ protectionWorkers }) => protectionWorkers === 0,
    },
    {
      key: 'followups',
      to: '/organisations/boards',
      text: t('organisations.lacks-followups', count(data.followupsOverdue)),
      isLacking: ({ followupsOverdue }) => followupsOverdue > 0,
    },
  ]
  return <Lines areaId={areaId} lines={lines.filter(({ isLacking }) => isLacking(data))} />
}
