import { Button, Select, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Day, formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { PageSection } from '#ui/page-section.tsx'
import { type TimelineEntry, TimelineTopic } from '../../shared/contract-timeline.ts'
import { timelineMessages } from '../../shared/messages-timeline.ts'
import { timelineQuery } from '../requests.ts'

/** About a year of a small child; the rest stands behind one button. */
const shownAtFirst = 20

/** Everything that happened to the child, the latest first, by years. */
export function ChildTimeline({ childId }: { childId: string }) {
  const t = useMessages(timelineMessages)
  const { data, error, isPending } = useQuery(timelineQuery(childId))
  const [topic, setTopic] = useState<TimelineTopic | null>(null)
  useFollowing(childId)
  return (
    <PageSection id="children-timeline" title={t('children.timeline')}>
      {isPending ? <Loading rows={4} /> : <ProblemNote problem={error} />}
      {data && data.length > shownAtFirst ? (
        <TopicSelect topics={new Set(data.map((entry) => entry.topic))} topic={topic} onChange={setTopic} />
      ) : null}
      {data ? (
        <Entries key={topic} entries={data.filter((entry) => topic === null || entry.topic === topic)} />
      ) : null}
    </PageSection>
  )
}

/**
 * What somebody still has to act on, the nearest term first; absent when there is nothing of the kind. Services that
 * are due and moves that wait stand on the page by themselves.
 */
export function OpenMatters({ childId }: { childId: string }) {
  const t = useMessages(timelineMessages)
  const { data: entries = [] } = useQuery(timelineQuery(childId))
  const open = entries
    .filter((entry) => entry.open !== undefined)
    .toSorted((a, b) => ((a.open?.until ?? '9') < (b.open?.until ?? '9') ? -1 : 1))
  if (open.length === 0) return null
  return (
    <PageSection id="children-open" title={t('children.timeline-open')}>
      <ul className="children-timeline children-open">
        {open.map(({ key, topic, text, note, day, open: matter }) => (
          <li key={key} data-topic={topic}>
            <span>
              {text} <Term text={text} since={day} until={matter?.until ?? null} />
              {note ? <span className="children-timeline-note">{note}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </PageSection>
  )
}

/** Until when, unless the words say it already and the day has not passed. */
function Term({ text, since, until }: { text: string; since: Day; until: Day | null }) {
  const t = useMessages(timelineMessages)
  if (until === null) return <>({t('children.timeline-since', { day: formatDay(since) })})</>
  const day = formatDay(until)
  if (until < todayHere())
    return <strong className="children-late">({t('children.timeline-late', { day })})</strong>
  return text.includes(day) ? null : <>({t('children.timeline-until', { day })})</>
}

/** Whatever any part of the page writes about the child may belong here. */
function useFollowing(childId: string): void {
  const queries = useQueryClient()
  useEffect(
    () =>
      queries.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success')
          void queries.invalidateQueries({ queryKey: timelineQuery(childId).queryKey })
      }),
    [queries, childId],
  )
}

type TopicSelectProps = {
  topics: ReadonlySet<TimelineTopic>
  topic: TimelineTopic | null
  onChange: (topic: TimelineTopic | null) => void
}

function TopicSelect({ topics, topic, onChange }: TopicSelectProps) {
  const t = useMessages(timelineMessages)
  const offered = TimelineTopic.options.filter((one) => topics.has(one))
  return (
    <Select
      className="no-print"
      label={t('children.timeline-topic')}
      placeholder={t('children.timeline-all')}
      clearable
      maw={360}
      mb="sm"
      data={offered.map((value) => ({ value, label: t(`children.timeline-${value}`) }))}
      value={topic}
      onChange={(value) => onChange(offered.find((one) => one === value) ?? null)}
    />
  )
}

function Entries({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useMessages(timelineMessages)
  const [isAll, setAll] = useState(false)
  const shown = isAll ? entries : entries.slice(0, shownAtFirst)
  const years = Map.groupBy(shown, ({ day }) => day.slice(0, 4))
  if (entries.length === 0) return <Text>{t('children.timeline-none')}</Text>
  return (
    <>
      {[...years].map(([year, ofYear]) => (
        <div key={year}>
          <Title order={3} size="h4" mt="sm">
            {year}
          </Title>
          <ul className="children-timeline">
            {ofYear.map((entry) => (
              <li key={entry.key} data-topic={entry.topic}>
                <time dateTime={entry.day}>{formatDay(entry.day).slice(0, 5)}</time>
                <span>
                  {entry.text}
                  {entry.note ? <span className="children-timeline-note">{entry.note}</span> : null}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {entries.length > shown.length ? (
        <Button variant="default" mt="sm" className="no-print" onClick={() => setAll(true)}>
          {t('children.timeline-more', { count: entries.length - shown.length })}
        </Button>
      ) : null}
    </>
  )
}
