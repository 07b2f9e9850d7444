import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Board, Meeting, Member } from '../../shared/contract-boards.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import { MeetingForm, MemberForm } from '../components/board-forms.tsx'
import { EndForm } from '../components/end-form.tsx'
import { Followups } from '../components/followups.tsx'
import { Members } from '../components/members.tsx'
import { boardQuery, endBoard, endMember } from '../requests.ts'

type Opened = { what: 'member' } | { what: 'meeting' } | { what: 'end' } | { what: 'leave'; member: Member }

/** One board: who sits on it, when it met, what is still to be done. */
export function Page() {
  const t = useMessages(organisationsMessages)
  const { boardId } = usePageParams(z.object({ boardId: Id }))
  const { data, error, isPending } = useQuery(boardQuery(boardId))
  const [opened, setOpened] = useState<Opened | undefined>(undefined)
  return (
    <>
      <PageHead
        title={data?.name ?? t('organisations.boards')}
        lead={data ? <Lead board={data} /> : null}
        back={{ to: '/organisations/boards', label: t('organisations.boards') }}
        actions={data ? <Actions board={data} onOpen={setOpened} /> : null}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? (
        <Stack gap="xl">
          <Members
            members={data.members}
            isAtWork={data.validTo === null}
            onAdd={() => setOpened({ what: 'member' })}
            onLeave={(member) => setOpened({ what: 'leave', member })}
          />
          <Meetings board={data} />
        </Stack>
      ) : null}
      {opened && data ? (
        <OpenedForm board={data} opened={opened} onClose={() => setOpened(undefined)} />
      ) : null}
    </>
  )
}

function Lead({ board }: { board: Board }) {
  const t = useMessages(organisationsMessages)
  const { decision, decidedOn, validTo, areaName, followupsOpen, followupsOverdue } = board
  const counts = { open: formatNumber(followupsOpen), late: formatNumber(followupsOverdue) }
  return (
    <>
      {areaName}. {t('organisations.decision-of', { decision, day: formatDay(decidedOn) })}.{' '}
      {validTo
        ? t('organisations.board-over', { day: formatDay(validTo) })
        : t('organisations.board-lead', counts)}
    </>
  )
}

function Actions({ board, onOpen }: { board: Board; onOpen: (opened: Opened) => void }) {
  const t = useMessages(organisationsMessages)
  const may = useMay()
  return (
    <>
      <PrintButton />
      {may('organisations.manage') && board.validTo === null ? (
        <>
          <Button variant="default" onClick={() => onOpen({ what: 'end' })}>
            {t('organisations.board-end')}
          </Button>
          <Button
            onClick={() => onOpen({ what: 'meeting' })}
            leftSection={<IconPlus size={20} aria-hidden />}
          >
            {t('organisations.meeting-add')}
          </Button>
        </>
      ) : null}
    </>
  )
}

function Meetings({ board }: { board: Board }) {
  const t = useMessages(organisationsMessages)
  return (
    <section aria-label={t('organisations.meetings')}>
      <Title order={2} mb="sm">
        {t('organisations.meetings')}
      </Title>
      {board.meetings.length === 0 ? (
        <EmptyState title={t('organisations.never-met')} why={t('organisations.meetings-none-why')} />
      ) : null}
      <Stack gap="md">
        {board.meetings.map((meeting) => (
          <MeetingCard key={meeting.id} boardId={board.id} meeting={meeting} />
        ))}
      </Stack>
    </section>
  )
}

function MeetingCard({ boardId, meeting }: { boardId: string; meeting: Meeting }) {
  const t = useMessages(organisationsMessages)
  const { heldOn, subject, attended, minutes, followups } = meeting
  return (
    <Paper withBorder p="md" radius="md" bg="var(--card-ground)">
      <Group justify="space-between" align="baseline">
        <Title order={3}>{subject}</Title>
        <Text c="dimmed">
          {formatDay(heldOn)}
          {attended === null
            ? ''
            : ` · ${t('organisations.attended-count', { count: formatNumber(attended) })}`}
        </Text>
      </Group>
      <Text style={{ whiteSpace: 'pre-line' }} my="sm">
        {minutes}
      </Text>
      <Followups boardId={boardId} followups={followups} />
    </Paper>
  )
}

function OpenedForm({ board, opened, onClose }: { board: Board; opened: Opened; onClose: () => void }) {
  const t = useMessages(organisationsMessages)
  const queries = useQueryClient()
  const onDone = () => {
    onClose()
    void queries.invalidateQueries({ queryKey: ['organisations'] })
  }
  const ends = { onDone, onClose }
  if (opened.what === 'member') return <MemberForm board={board} {...ends} />
  if (opened.what === 'meeting') return <MeetingForm board={board} {...ends} />
  if (opened.what === 'end')
    return <EndForm title={t('organisations.board-end')} send={(day) => endBoard(board.id, day)} {...ends} />
  const { member } = opened
  const title = t('organisations.member-leave-label', { name: member.fullName })
  return <EndForm title={title} send={(day) => endMember(board.id, member.id, day)} {...ends} />
}
