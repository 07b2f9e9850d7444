import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { unitPageSections } from '#platform/web/slots.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { areaQuery, belowQuery } from '#modules/areas/web/public.tsx'
import type { UnitSummary } from '../../shared/contract.ts'
import { facilitiesMessages } from '../../shared/messages.ts'
import { summaryQuery } from '../requests.ts'
import { Features } from './features.tsx'
import '../facilities.css'

/** The page of a unit answers one question first: what this place has and what it lacks. */
export function Unit({ areaId }: { areaId: string }) {
  const t = useMessages(facilitiesMessages)
  const { area: own } = useActor()
  const area = useQuery(areaQuery(areaId))
  const { data, error, isPending } = useQuery(summaryQuery(areaId))
  const above = area.data?.parentId
  return (
    <>
      <PageHead
        title={area.data?.fullName ?? own.name}
        lead={data ? <Answer summary={data} /> : null}
        {...(areaId !== own.id && above
          ? { back: { to: `/units/${above}`, label: t('facilities.above') } }
          : {})}
        actions={
          <>
            <PageButton to="/facilities/directory" search={{ areaId }} variant="default">
              {t('facilities.directory')}
            </PageButton>
            <PrintButton />
          </>
        }
      />
      <ProblemNote problem={error ?? area.error} />
      {isPending ? <Loading /> : null}
      {data ? (
        <>
          <div className="unit-lists">
            <Lacks summary={data} />
            <Has summary={data} />
          </div>
          <Features areaId={areaId} features={data.features} />
          <Below areaId={areaId} />
        </>
      ) : null}
    </>
  )
}

function Answer({ summary: { byKind, lacking, dangersOverdue } }: { summary: UnitSummary }) {
  const t = useMessages(facilitiesMessages)
  const count = byKind.reduce((sum, kind) => sum + kind.count, 0)
  const lacks = lacking.map((kind) => t(`facilities.kind-${kind}`).toLowerCase()).join('; ')
  return (
    <>
      {t('facilities.answer-has', { count: formatNumber(count) })}{' '}
      {lacks === '' ? t('facilities.answer-complete') : t('facilities.answer-lacks', { lacks })}{' '}
      {dangersOverdue > 0 ? t('facilities.answer-overdue', { count: formatNumber(dangersOverdue) }) : ''}
    </>
  )
}

function List({ kind, title, children }: { kind: 'has' | 'lacks'; title: string; children: ReactNode }) {
  return (
    <section className="unit-list" data-kind={kind} aria-label={title}>
      <Title order={2}>{title}</Title>
      <ul>{children}</ul>
    </section>
  )
}

function Lacks({ summary }: { summary: UnitSummary }) {
  const t = useMessages(facilitiesMessages)
  const may = useMay()
  const { areaId, lacking, dangersOverdue, hasDutyPhone, byKind, playPointsUnderThree } = summary
  const hasPlayPoint = byKind.some(({ kind }) => kind === 'play-point')
  return (
    <List kind="lacks" title={t('facilities.lacks')}>
      {lacking.map((kind) => (
        <li key={kind}>
          <PageLink to="/facilities" search={{ areaId, kind }}>
            {t('facilities.lacks-kind', { kind: t(`facilities.kind-${kind}`).toLowerCase() })}
          </PageLink>
        </li>
      ))}
      {hasPlayPoint && playPointsUnderThree === 0 ? (
        <li>
          <PageLink to="/facilities" search={{ areaId, kind: 'play-point' }}>
            {t('facilities.lacks-under-three')}
          </PageLink>
        </li>
      ) : null}
      {dangersOverdue > 0 ? (
        <li>
          <PageLink to="/facilities/dangers" search={{ areaId }}>
            {t('facilities.lacks-inspection', { count: formatNumber(dangersOverdue) })}
          </PageLink>
        </li>
      ) : null}
      {hasDutyPhone ? null : (
        <li>
          <PageLink to="/facilities/directory" search={{ areaId }}>
            {t('facilities.lacks-duty')}
          </PageLink>
        </li>
      )}
      {unitPageSections
        .filter(({ needs }) => may(needs))
        .map(({ key, Lacks: More }) => (
          <More key={key} areaId={areaId} />
        ))}
    </List>
  )
}

function Has({ summary }: { summary: UnitSummary }) {
  const t = useMessages(facilitiesMessages)
  const may = useMay()
  const { areaId, byKind, dangersOpen, playPointsUnderThree } = summary
  return (
    <List kind="has" title={t('facilities.has')}>
      {byKind.map(({ kind, count }) => (
        <li key={kind}>
          <PageLink to="/facilities" search={{ areaId, kind }}>
            {t('facilities.has-kind', {
              count: formatNumber(count),
              kind: t(`facilities.kind-${kind}`).toLowerCase(),
            })}
          </PageLink>
          {kind === 'play-point' && playPointsUnderThree > 0 ? (
            <Text span c="dimmed">
              {' '}
              {t('facilities.has-under-three', { count: formatNumber(playPointsUnderThree) })}
            </Text>
          ) : null}
        </li>
      ))}
      {byKind.length === 0 ? (
        <li>
          <PageLink to="/facilities" search={{ areaId }}>
            {t('facilities.has-none')}
          </PageLink>
        </li>
      ) : null}
      <li>
        <PageLink to="/facilities/dangers" search={{ areaId }}>
          {t('facilities.has-dangers', { count: formatNumber(dangersOpen) })}
        </PageLink>
      </li>
      <li>
        <PageLink to="/facilities/projects" search={{ areaId }}>
          {t('facilities.projects')}
        </PageLink>
      </li>
      {unitPageSections
        .filter(({ needs }) => may(needs))
        .map(({ key, Has: More }) => (
          <More key={key} areaId={areaId} />
        ))}
    </List>
  )
}

function Below({ areaId }: { areaId: string }) {
  const t = useMessages(facilitiesMessages)
  const { data = [] } = useQuery(belowQuery(areaId))
  if (data.length === 0) return null
  return (
    <section className="unit-section">
      <Title order={2}>{t('facilities.below', { count: formatNumber(data.length) })}</Title>
      <ul className="unit-below">
        {data.map(({ id, name }) => (
          <li key={id}>
            <PageLink to={`/units/${id}`}>{name}</PageLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
