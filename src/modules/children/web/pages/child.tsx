import { Alert, Button, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment, Suspense, useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { childPageSections } from '#platform/web/slots.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PageProblem } from '#ui/page-problem.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Child } from '../../shared/contract.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { AddMenu } from '../components/add-menu.tsx'
import { useAgeWords } from '../components/child-words.tsx'
import { ChildCircumstances } from '../components/circumstances.tsx'
import { ChildFacts } from '../components/child-facts.tsx'
import { ChildFlags } from '../components/child-flags.tsx'
import { ChildHistory } from '../components/child-history.tsx'
import { ChildTimeline, OpenMatters } from '../components/timeline.tsx'
import { DatedFacts } from '../components/dated-facts.tsx'
import { MergeNotes } from '../components/merge-notes.tsx'
import { LeavingDialog } from '../components/leaving-dialog.tsx'
import { SendMoveDialog } from '../components/move-dialogs.tsx'
import { MoveLine } from '../components/move-line.tsx'
import { afterChange, childQuery, reopenChild } from '../requests.ts'
import { movesQuery } from '../requests-moves.ts'
import '../children.css'

const Params = z.object({ childId: Id })

export function Page() {
  const t = useMessages(childrenMessages)
  const { childId } = usePageParams(Params)
  const { data: child, error, isPending } = useQuery(childQuery(childId))
  if (child) return <ChildPage key={child.id} child={child} />
  const title = t('children.title')
  return isPending ? (
    <Loading />
  ) : (
    <PageProblem title={title} back={{ to: '/children', label: title }} problem={error} />
  )
}

function ChildPage({ child }: { child: Child }) {
  const t = useMessages(childrenMessages)
  return (
    <>
      <PageHead
        title={child.fullName}
        lead={<HeadLine child={child} />}
        back={{ to: '/children', label: t('children.title') }}
        actions={<Actions child={child} />}
      />
      <Stack gap="xl">
        <LeftNote child={child} />
        <ChildFlags child={child} />
        <MergeNotes childId={child.id} />
        <MovesOfChild childId={child.id} />
        <OpenMatters childId={child.id} />
        <Sections childId={child.id} />
        <ChildTimeline childId={child.id} />
        <ChildFacts child={child} />
        <DatedFacts child={child} />
        <ChildCircumstances childId={child.id} />
        <ChildHistory child={child} />
        <Sections childId={child.id} isAtFoot />
      </Stack>
    </>
  )
}

/** What later modules show; absent what the viewer may not see. */
function Sections({ childId, isAtFoot = false }: { childId: string; isAtFoot?: boolean }) {
  const may = useMay()
  return childPageSections
    .filter((one) => may(one.needs) && (one.isAtFoot ?? false) === isAtFoot)
    .map(({ key, Section }) => (
      <Suspense key={key} fallback={<Loading />}>
        <Section childId={childId} />
      </Suspense>
    ))
}

/** `nam · 3 tuổi 4 tháng · thôn Kon Rẫy · mẹ Y Nga · 09…`; the number is called by one tap. */
function HeadLine({ child }: { child: Child }) {
  const t = useMessages(childrenMessages)
  const ageWords = useAgeWords()
  const carer = child.carers[0]
  const parts = [
    t(`children.sex-${child.sex}`).toLowerCase(),
    ageWords(child.bornOn),
    child.villageName ?? child.communeName,
    carer && `${t(`children.relation-${carer.relation}`).toLowerCase()} ${carer.fullName}`,
    carer?.phone ? <PhoneLink key="phone" phone={carer.phone} /> : undefined,
    child.sample ? t('children.sample') : undefined,
  ].filter((part) => part !== undefined)
  return parts.map((part, place) => (
    <Fragment key={place}>
      {place > 0 ? ' · ' : null}
      {part}
    </Fragment>
  ))
}

function Actions({ child }: { child: Child }) {
  const t = useMessages(childrenMessages)
  const may = useMay()
  const moving = useMessages(moveMessages)
  const [isLeaving, setLeaving] = useState(false)
  const [isMoving, setMoving] = useState(false)
  return (
    <>
      {child.leftOn ? null : <AddMenu child={child} />}
      {may('children.write') && !child.leftOn ? (
        <>
          <PageButton to={`/children/${child.id}/edit`} variant="default">
            {t('children.change')}
          </PageButton>
          <Button variant="default" onClick={() => setLeaving(true)}>
            {t('children.leave')}
          </Button>
          <Button variant="default" onClick={() => setMoving(true)}>
            {moving('children.move')}
          </Button>
          {isMoving ? <SendMoveDialog child={child} onClose={() => setMoving(false)} /> : null}
          {isLeaving ? <LeavingDialog child={child} onClose={() => setLeaving(false)} /> : null}
        </>
      ) : null}
      <PrintButton label={t('children.print-book')} />
    </>
  )
}

/** A move that waits, or was sent back and may be sent again. */
function MovesOfChild({ childId }: { childId: string }) {
  const { data = [] } = useQuery(movesQuery(childId))
  const [latest] = data
  if (!latest || !['sent', 'refused'].includes(latest.state)) return null
  return (
    <Alert color="yellow">
      <MoveLine move={latest} />
    </Alert>
  )
}

function LeftNote({ child }: { child: Child }) {
  const t = useMessages(childrenMessages)
  const may = useMay()
  const queries = useQueryClient()
  const reopen = useMutation({
    mutationFn: () => reopenChild(child.id),
    onSuccess: () => afterChange(queries),
  })
  if (!child.leftOn || !child.leftReason) return null
  return (
    <Alert color="gray" title={t(`children.left-${child.leftReason}`, { day: formatDay(child.leftOn) })}>
      {may('children.write') ? (
        <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate()}>
          {t('children.reopen')}
        </Button>
      ) : null}
      <ProblemNote problem={reopen.error} />
    </Alert>
  )
}
