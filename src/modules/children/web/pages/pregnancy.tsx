import { Alert, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { pregnancyPageSections } from '#platform/web/slots.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PageProblem } from '#ui/page-problem.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { todayHere } from '#ui/today-here.ts'
import type { Pregnancy } from '../../shared/contract-pregnancies.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { overdueDays, weeksOn } from '../../shared/pregnancy.ts'
import { WomanActions } from '../components/woman-actions.tsx'
import { pregnancyQuery } from '../requests-moves.ts'

const Params = z.object({ pregnancyId: Id })

/** One woman who expects a child: who and where she is, and what later modules know of her care. */
export function Page() {
  const t = useMessages(moveMessages)
  const { pregnancyId } = usePageParams(Params)
  const { data, error, isPending } = useQuery(pregnancyQuery(pregnancyId))
  if (data) return <PregnancyPage key={data.id} pregnancy={data} />
  const title = t('children.pregnancies')
  return isPending ? (
    <Loading />
  ) : (
    <PageProblem title={title} back={{ to: '/children/pregnancies', label: title }} problem={error} />
  )
}

function PregnancyPage({ pregnancy }: { pregnancy: Pregnancy }) {
  const t = useMessages(moveMessages)
  const may = useMay()
  return (
    <>
      <PageHead
        title={pregnancy.motherName}
        lead={<HeadLine pregnancy={pregnancy} />}
        back={{ to: '/children/pregnancies', label: t('children.pregnancies') }}
        actions={<PrintButton />}
      />
      <Stack gap="xl">
        <LongSince pregnancy={pregnancy} />
        <WomanActions pregnancy={pregnancy} />
        {pregnancy.note ? <p>{pregnancy.note}</p> : null}
        {pregnancyPageSections
          .filter(({ needs }) => may(needs))
          .map(({ key, Section }) => (
            <Suspense key={key} fallback={<Loading />}>
              <Section pregnancyId={pregnancy.id} motherName={pregnancy.motherName} />
            </Suspense>
          ))}
      </Stack>
    </>
  )
}

/** `tuần 24 · dự sinh 03/10/2026 · Thôn Đăk Mế · Trạm y tế xã · 0912345678`. */
function HeadLine({ pregnancy }: { pregnancy: Pregnancy }) {
  const t = useMessages(moveMessages)
  const { state, expectedOn, endedOn, areaName, facilityName, motherPhone } = pregnancy
  const week = state === 'expecting' ? weeksOn(expectedOn, todayHere()) : undefined
  const over = endedOn ? `${t(`children.state-${state}`)} ${formatDay(endedOn)}` : undefined
  const parts = [
    over,
    week === undefined ? undefined : t('children.pregnancy-week', { week }),
    over ? undefined : t('children.pregnancy-expected', { day: formatDay(expectedOn) }),
    areaName,
    facilityName,
    motherPhone,
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
}

/** More than four weeks after term the birth was forgotten, or the expected day is wrong. */
function LongSince({ pregnancy: { state, expectedOn } }: { pregnancy: Pregnancy }) {
  const t = useMessages(moveMessages)
  if (state !== 'expecting' || weeksOn(expectedOn, todayHere()) !== undefined) return null
  return <Alert color="yellow">{t('children.pregnancy-long-since', { weeks: overdueDays / 7 })}</Alert>
}
