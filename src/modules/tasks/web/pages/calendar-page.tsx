import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import {
  AddEvent,
  type Calendar,
  type CalendarEntry,
  EditEvent,
  EventKind,
  Month,
  monthAfter,
} from '../../shared/calendar.ts'
import { calendarMessages } from '../../shared/messages-calendar.ts'
import { addEvent, calendarQuery, editEvent, removeEvent } from '../requests-calendar.ts'

const Search = z.object({ month: Month.optional().catch(undefined) })

/** What a month holds, day by day. */
export function Page() {
  const t = useMessages(calendarMessages)
  const may = useMay()
  const { data, error } = useQuery(calendarQuery(usePageSearch(Search).month))
  const [opened, setOpened] = useState<CalendarEntry | 'new' | undefined>(undefined)
  const add = may('plans.write') ? (
    <Button onClick={() => setOpened('new')}>{t('tasks.event-add')}</Button>
  ) : null
  return (
    <>
      <PageHead
        title={t('tasks.calendar')}
        lead={
          data
            ? t('tasks.calendar-lead', {
                area: data.areaName,
                count: data.entries.length,
                month: monthWords(data.month),
              })
            : null
        }
        actions={
          <>
            <PrintButton />
            {add}
          </>
        }
      />
      <ProblemNote problem={error} />
      {!data && !error ? <Loading /> : null}
      {data ? <Entries calendar={data} onEdit={setOpened} /> : null}
      {data && opened ? (
        <EventForm calendar={data} opened={opened} onClose={() => setOpened(undefined)} />
      ) : null}
    </>
  )
}

/** `2026-06` as people write it: 06/2026. */
function monthWords(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}

function Entries({ calendar, onEdit }: { calendar: Calendar; onEdit: (entry: CalendarEntry) => void }) {
  const t = useMessages(calendarMessages)
  const { month, entries, knowsLunarDays, today } = calendar
  const queries = useQueryClient()
  const removing = useMutation({
    mutationFn: (entry: CalendarEntry) => removeEvent(entry.eventId ?? ''),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['tasks'] }),
  })
  const columns = useColumns({ today, onEdit, onRemove: removing.mutate })
  return (
    <Stack gap="md">
      <Group className="no-print">
        <PageButton variant="default" to="/calendar" search={{ month: monthAfter(month, -1) }}>
          ← {t('tasks.month-before')}
        </PageButton>
        <PageButton variant="default" to="/calendar">
          {t('tasks.month-now')}
        </PageButton>
        <PageButton variant="default" to="/calendar" search={{ month: monthAfter(month, 1) }}>
          {t('tasks.month-after')} →
        </PageButton>
      </Group>
      {knowsLunarDays ? null : <Alert color="yellow">{t('tasks.lunar-unknown')}</Alert>}
      <ProblemNote problem={removing.error} />
      <DataList
        label={t('tasks.calendar')}
        rows={entries}
        rowKey={({ key }) => key}
        columns={columns}
        empty={<EmptyState title={t('tasks.calendar-none')} why={t('tasks.calendar-none-why')} />}
      />
    </Stack>
  )
}

type Acts = {
  today: string
  onEdit: (entry: CalendarEntry) => void
  onRemove: (entry: CalendarEntry) => void
}

function useColumns({ today, onEdit, onRemove }: Acts): DataListColumn<CalendarEntry>[] {
  const t = useMessages(calendarMessages)
  const may = useMay()
  const mayWrite = may('plans.write')
  return [
    {
      ...{ key: 'day', heading: t('tasks.day') },
      cell: ({ from, to }) => (
        <span className="tabular">
          {from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`}
          {from <= today && today <= to ? ` (${t('tasks.today')})` : ''}
        </span>
      ),
    },
    { key: 'what', heading: t('tasks.what'), kind: 'title', cell: (entry) => <What entry={entry} /> },
    {
      ...{ key: 'kind', heading: t('tasks.kind') },
      cell: ({ kind, eventKind, isLate }) => (
        <>
          {kind === 'event' ? t(`tasks.event-${eventKind ?? 'other'}`) : t(`tasks.entry-${kind}`)}
          {isLate ? ` · ${t('tasks.is-late')}` : ''}
        </>
      ),
    },
    {
      ...{ key: 'actions', heading: '', kind: 'actions' },
      cell: (entry) =>
        entry.eventId !== null && mayWrite ? (
          <Group justify="flex-end" className="no-print" gap="xs">
            <Button
              variant="default"
              aria-label={t('tasks.event-edit-of', { title: entry.title })}
              onClick={() => onEdit(entry)}
            >
              {t('tasks.event-edit')}
            </Button>
            <Button
              variant="default"
              aria-label={t('tasks.event-remove-of', { title: entry.title })}
              onClick={() => onRemove(entry)}
            >
              {t('tasks.event-remove')}
            </Button>
          </Group>
        ) : null,
    },
  ]
}

function What({ entry: { observance, title, url, atTime, place, note } }: { entry: CalendarEntry }) {
  const t = useMessages(calendarMessages)
  const name = observance ? t(`tasks.observance-${observance}`) : title
  const more = [atTime, place, note].filter(Boolean).join(' · ')
  return (
    <>
      {url === null ? name : <PageLink to={url}>{name}</PageLink>}
      {more === '' ? null : (
        <Text c="dimmed" component="div">
          {more}
        </Text>
      )}
    </>
  )
}

type EventFormProps = { calendar: Calendar; opened: CalendarEntry | 'new'; onClose: () => void }

function useEventFields() {
  const t = useMessages(calendarMessages)
  const kinds = EventKind.options.map((value) => ({ value, label: t(`tasks.event-${value}`) }))
  return [
    { name: 'kind', label: t('tasks.kind'), kind: 'choice', required: true, choices: kinds },
    { name: 'title', label: t('tasks.event-title'), kind: 'text', required: true },
    { name: 'startsOn', label: t('tasks.event-starts'), kind: 'day', required: true },
    { name: 'endsOn', label: t('tasks.event-ends'), kind: 'day', required: true },
    { name: 'atTime', label: t('tasks.event-time'), kind: 'text' },
    { name: 'place', label: t('tasks.event-place'), kind: 'text' },
    { name: 'note', label: t('tasks.event-note'), kind: 'long' },
  ] as const
}

function EventForm({ calendar: { areaId, month }, opened, onClose }: EventFormProps) {
  const t = useMessages(calendarMessages)
  const queries = useQueryClient()
  const fields = useEventFields()
  const done = () => {
    onClose()
    void queries.invalidateQueries({ queryKey: ['tasks'] })
  }
  if (opened === 'new')
    return (
      <FormDialog
        title={t('tasks.event-add')}
        fields={fields}
        initial={{ kind: 'meeting', startsOn: `${month}-01`, endsOn: `${month}-01` }}
        fixed={() => ({ id: newId(), areaId })}
        contract={AddEvent}
        send={addEvent}
        {...{ onDone: done, onClose }}
      />
    )
  const { eventId, version, eventKind, title, from, to, atTime, place, note } = opened
  const texts = { atTime: atTime ?? undefined, place: place ?? undefined, note: note ?? undefined }
  return (
    <FormDialog
      title={t('tasks.event-edit-of', { title })}
      fields={fields}
      initial={{ kind: eventKind ?? 'other', title, startsOn: from, endsOn: to, ...texts }}
      fixed={() => ({ version })}
      contract={EditEvent}
      send={(input) => editEvent(eventId ?? '', input)}
      {...{ onDone: done, onClose }}
    />
  )
}
