import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { type Pregnancy, PregnancyState } from '../../shared/contract-pregnancies.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { weeksOn } from '../../shared/pregnancy.ts'
import { AddPregnancyDialog } from '../components/pregnancy-dialogs.tsx'
import { WomanActions } from '../components/woman-actions.tsx'
import { pregnanciesQuery } from '../requests-moves.ts'

/** Pregnant women by the expected day. */
export function Page() {
  const t = useMessages(moveMessages)
  const words = useMessages(childrenMessages)
  const may = useMay()
  const [state, setState] = useState<PregnancyState>('expecting')
  const [isAdding, setAdding] = useState(false)
  const { data, error, isPending } = useQuery(pregnanciesQuery(state))
  return (
    <>
      <PageHead
        title={t('children.pregnancies')}
        lead={t('children.pregnancies-lead')}
        back={{ to: '/children', label: words('children.title') }}
        actions={
          <>
            {may('services.read') ? (
              <PageButton to="/services/due" search={{ view: 'women' }} variant="default">
                {t('children.pregnancies-due')}
              </PageButton>
            ) : null}
            {may('children.write') ? (
              <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
                {t('children.pregnancy-add')}
              </Button>
            ) : null}
          </>
        }
      />
      <SegmentedControl
        className="no-print"
        mb="md"
        value={state}
        onChange={(value) => setState(PregnancyState.parse(value))}
        data={PregnancyState.options.map((value) => ({ value, label: t(`children.state-${value}`) }))}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading rows={4} /> : null}
      {data ? <Women pregnancies={data} /> : null}
      <Group mt="md" className="no-print">
        <PrintButton label={words('children.print')} />
      </Group>
      {isAdding ? <AddPregnancyDialog onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function Women({ pregnancies }: { pregnancies: readonly Pregnancy[] }) {
  const t = useMessages(moveMessages)
  const words = useMessages(childrenMessages)
  const weekOf = ({ expectedOn, state }: Pregnancy) => {
    const week = state === 'expecting' ? weeksOn(expectedOn, todayHere()) : undefined
    return week === undefined ? '' : ` · ${t('children.pregnancy-week', { week })}`
  }
  return (
    <DataList
      label={t('children.pregnancies')}
      rows={pregnancies}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('children.pregnancies-none')} why={t('children.pregnancies-none-why')} />}
      columns={[
        {
          key: 'mother',
          heading: t('children.mother'),
          kind: 'title',
          cell: ({ id, motherName, motherPhone }) => (
            <>
              <PageLink to={`/children/pregnancies/${id}`} fw={600}>
                {motherName}
              </PageLink>
              {motherPhone ? ` · ${motherPhone}` : ''}
            </>
          ),
        },
        {
          key: 'expected',
          heading: t('children.expected-on'),
          cell: (one) => `${formatDay(one.expectedOn)}${weekOf(one)}`,
        },
        { key: 'place', heading: words('children.village'), cell: ({ areaName }) => areaName },
        { key: 'care', heading: t('children.antenatal'), cell: ({ facilityName }) => facilityName ?? '' },
        { key: 'do', heading: '', kind: 'actions', cell: (one) => <WomanActions pregnancy={one} isBrief /> },
      ]}
    />
  )
}
