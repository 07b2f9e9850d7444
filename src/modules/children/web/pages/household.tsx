import { Alert, Button, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { PageSection } from '#ui/page-section.tsx'
import type { Household, HouseholdChild } from '../../shared/contract-households.ts'
import { householdMessages } from '../../shared/messages-households.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { useBirthWords } from '../components/child-words.tsx'
import { EditHouseholdDialog, HouseholdYearDialog } from '../components/household-dialogs.tsx'
import { HouseholdYears } from '../components/household-years.tsx'
import { householdQuery } from '../requests-households.ts'
import '../children.css'

const Params = z.object({ householdId: Id })

/** Who belongs to a household, who cares for them, and how it stood by years. */
export function Page() {
  const t = useMessages(householdMessages)
  const words = useMessages(childrenMessages)
  const { householdId } = usePageParams(Params)
  const { data: household, error, isPending, refetch } = useQuery(householdQuery(householdId))
  const back = { to: '/children', label: words('children.title') }
  if (isPending) return <Loading />
  if (!household)
    return (
      <>
        <PageHead title={t('children.household-of')} back={back} />
        <ProblemNote problem={error} onTryAgain={() => void refetch()} />
      </>
    )
  return <ShownHousehold household={household} back={back} />
}

type Shown = { household: Household; back: { to: string; label: string } }

function ShownHousehold({ household, back }: Shown) {
  const t = useMessages(householdMessages)
  const { code, headName, address, villageName, communeName, children } = household
  const present = children.filter(({ isPresent }) => isPresent)
  const former = children.filter(({ isPresent }) => !isPresent)
  const isDiffering = new Set(present.map(({ poverty }) => poverty)).size > 1
  const lead = [
    headName ? t('children.household-head-is', { name: headName }) : null,
    ...[address, villageName, communeName],
  ]
  return (
    <>
      <PageHead
        title={t('children.household-title', { code })}
        lead={lead.filter((part) => part !== null).join(' · ')}
        back={back}
        actions={<Actions household={household} />}
      />
      <Stack gap="xl">
        {isDiffering ? <Alert color="yellow">{t('children.household-differs')}</Alert> : null}
        <Members title={t('children.household-children')} id="household-children" rows={present} />
        <Carers household={household} />
        <HouseholdYears household={household} />
        {former.length > 0 ? (
          <Members title={t('children.household-former')} id="household-former" rows={former} />
        ) : null}
      </Stack>
    </>
  )
}

function Actions({ household }: { household: Household }) {
  const t = useMessages(householdMessages)
  const may = useMay()
  const [opened, setOpened] = useState<'edit' | 'year' | undefined>(undefined)
  const close = () => setOpened(undefined)
  return (
    <>
      {may('children.write') ? (
        <>
          <Button onClick={() => setOpened('year')}>{t('children.household-year-set')}</Button>
          <Button variant="default" onClick={() => setOpened('edit')}>
            {t('children.household-edit')}
          </Button>
        </>
      ) : null}
      <PrintButton label={t('children.household-print')} />
      {opened === 'edit' ? <EditHouseholdDialog household={household} onClose={close} /> : null}
      {opened === 'year' ? <HouseholdYearDialog household={household} onClose={close} /> : null}
    </>
  )
}

type MembersProps = { title: string; id: string; rows: readonly HouseholdChild[] }

function Members({ title, id, rows }: MembersProps) {
  const t = useMessages(householdMessages)
  const words = useMessages(childrenMessages)
  const birthWords = useBirthWords()
  const daysOf = useDays()
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      <DataList
        label={title}
        rows={rows}
        rowKey={(child) => child.id}
        empty={<EmptyState title={t('children.household-none')} why={t('children.household-none-why')} />}
        columns={[
          {
            key: 'name',
            heading: words('children.full-name'),
            kind: 'title',
            cell: (child) => <PageLink to={`/children/${child.id}`}>{child.fullName}</PageLink>,
          },
          { key: 'born', heading: words('children.born-on'), cell: birthWords },
          { key: 'sex', heading: words('children.sex'), cell: ({ sex }) => words(`children.sex-${sex}`) },
          {
            key: 'poverty',
            heading: words('children.poverty'),
            cell: ({ poverty }) =>
              poverty ? words(`children.poverty-${poverty}`) : words('children.empty-value'),
          },
          { key: 'days', heading: t('children.household-days'), cell: daysOf },
        ]}
      />
    </section>
  )
}

/** From when to when; a child that has left the register says so. */
function useDays(): (child: HouseholdChild) => string {
  const t = useMessages(householdMessages)
  return ({ fromDay, toDay, leftOn }) => {
    const from = fromDay ? formatDay(fromDay) : t('children.household-registered')
    const parts = [
      from,
      toDay ? t('children.household-until', { to: formatDay(toDay) }) : null,
      leftOn ? t('children.household-child-left', { day: formatDay(leftOn) }) : null,
    ]
    return parts.filter((part) => part !== null).join(', ')
  }
}

function Carers({ household: { carers } }: { household: Household }) {
  const t = useMessages(householdMessages)
  const words = useMessages(childrenMessages)
  return (
    <PageSection id="household-carers" title={t('children.household-carers')}>
      <DataList
        label={t('children.household-carers')}
        rows={carers}
        rowKey={({ fullName, relation }) => `${relation} ${fullName}`}
        empty={<p>{t('children.household-no-carers')}</p>}
        columns={[
          {
            key: 'name',
            heading: words('children.full-name'),
            kind: 'title',
            cell: ({ fullName, relation }) =>
              `${fullName} (${words(`children.relation-${relation}`).toLowerCase()})`,
          },
          {
            key: 'phone',
            heading: words('children.phone'),
            cell: ({ phone }) => (phone ? <PhoneLink phone={phone} /> : words('children.empty-value')),
          },
          {
            key: 'of',
            heading: t('children.household-carer-of'),
            cell: ({ children }) => children.join(', '),
          },
        ]}
      />
    </PageSection>
  )
}
