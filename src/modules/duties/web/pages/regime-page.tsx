import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { dutiesMessages } from '../../shared/messages.ts'
import type { RegimeDuty } from '../../shared/regime.ts'
import { ruleWords } from '../components/duty-words.ts'
import { regimeQuery } from '../requests.ts'
import '../duties.css'

/** The reporting regime as it is in force, each rule with its source. */
export function Page() {
  const t = useMessages(dutiesMessages)
  const { data, error, isPending } = useQuery(regimeQuery)
  const columns = useColumns()
  return (
    <>
      <PageHead
        title={t('duties.regime')}
        lead={
          data
            ? t('duties.regime-lead', { version: data.version, day: formatDay(data.compiledOn) })
            : undefined
        }
        back={{ to: '/duties', label: t('duties.title') }}
        actions={<PrintButton />}
      />
      <Stack gap="md">
        <ProblemNote problem={error} />
        {isPending ? <Loading /> : null}
        {data ? (
          <DataList
            label={t('duties.regime')}
            rows={data.duties}
            rowKey={({ code }) => code}
            columns={columns}
          />
        ) : null}
      </Stack>
    </>
  )
}

function useColumns(): DataListColumn<RegimeDuty>[] {
  const t = useMessages(dutiesMessages)
  return [
    {
      key: 'name',
      heading: t('duties.name'),
      kind: 'title',
      cell: ({ name, group, cycle, note }) => (
        <>
          {name}
          <span className="duty-quiet">
            {t(`duties.group-${group}`)}, {t(`duties.cycle-${cycle}`)}
            {note === null ? '' : ` · ${note}`}
          </span>
        </>
      ),
    },
    {
      key: 'senders',
      heading: t('duties.senders'),
      cell: ({ senders }) =>
        senders.map(({ level, role, to }) => (
          <div key={level}>
            {role} → {to.join(', ')} <span className="duty-quiet">{t(`duties.level-${level}`)}</span>
          </div>
        )),
    },
    {
      key: 'rule',
      heading: t('duties.rule'),
      cell: ({ senders }) => senders.map((sender) => <div key={sender.level}>{ruleWords(t, sender)}</div>),
    },
    {
      key: 'source',
      heading: t('duties.source'),
      cell: ({ source, mark }) => (
        <>
          {source} <span className="duty-quiet">({t(`duties.mark-${mark}`)})</span>
        </>
      ),
    },
  ]
}
