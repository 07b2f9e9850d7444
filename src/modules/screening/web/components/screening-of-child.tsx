import { Button, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { OfferedTool, StoredScreening } from '../../shared/contract.ts'
import { screeningMessages } from '../../shared/messages.ts'
import type { Tool } from '../../shared/tool.ts'
import { afterScreening, screeningsOfChildQuery, toolsQuery, undoScreening } from '../requests.ts'
import { ResultBadge } from './result-badge.tsx'
import '../screening.css'

/** What to ask at this age, what was found, what was proposed. */
export function ScreeningOfChild({ childId }: { childId: string }) {
  const t = useMessages(screeningMessages)
  const { data, error, isPending } = useQuery(screeningsOfChildQuery(childId))
  const { data: tools } = useQuery(toolsQuery)
  if (!data || !tools) return isPending ? <Loading rows={2} /> : <ProblemNote problem={error} />
  return (
    // What can be asked is for the screen; paper tells what was found.
    <section
      aria-labelledby="screening-title"
      className={data.screenings.length === 0 ? 'no-print' : undefined}
    >
      <Title order={2} id="screening-title" mb="sm">
        {t('screening.title')}
      </Title>
      {data.offered.length === 0 ? (
        <Text>{t('screening.none-fits')}</Text>
      ) : (
        <ul className="screening-lines no-print">
          {data.offered.map((offered) => (
            <OfferedLine key={offered.tool} childId={childId} offered={offered} tools={tools} />
          ))}
        </ul>
      )}
      {data.screenings.length > 0 ? (
        <>
          <Title order={3} mt="md" mb="xs">
            {t('screening.history')}
          </Title>
          <ul className="screening-lines">
            {data.screenings.map((screening) => (
              <ScreeningLine key={screening.id} screening={screening} tools={tools} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

function useToolName(tools: readonly Tool[]) {
  const { language } = useLanguage()
  return (name: string) => tools.find(({ tool }) => tool === name)?.name[language] ?? name
}

type OfferedProps = { childId: string; offered: OfferedTool; tools: readonly Tool[] }

function OfferedLine({ childId, offered: { tool, dueOn }, tools }: OfferedProps) {
  const t = useMessages(screeningMessages)
  const may = useMay()
  const nameOf = useToolName(tools)
  return (
    <li>
      <span className="screening-words">
        {nameOf(tool)}{' '}
        <span className="screening-quiet">
          ({dueOn ? t('screening.due-since', { day: formatDay(dueOn) }) : t('screening.not-due')})
        </span>
      </span>
      {may('screening.record') ? (
        <PageButton
          to={`/children/${childId}/screening/${tool}`}
          variant={dueOn ? 'filled' : 'default'}
          aria-label={`${t('screening.ask')}: ${nameOf(tool)}`}
        >
          {t('screening.ask')}
        </PageButton>
      ) : null}
    </li>
  )
}

function ScreeningLine({ screening, tools }: { screening: StoredScreening; tools: readonly Tool[] }) {
  const t = useMessages(screeningMessages)
  const may = useMay()
  const nameOf = useToolName(tools)
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: () => undoScreening(screening.childId, screening.id),
    onSuccess: () => afterScreening(queries),
  })
  const { screenedOn, tool, result, undoneAt } = screening
  const isUndone = undoneAt !== null
  return (
    <li>
      <span className={isUndone ? 'screening-words screening-struck' : 'screening-words'}>
        {formatDay(screenedOn)} · {nameOf(tool)} <ResultBadge result={result} />
        {isUndone ? null : <WhatNext screening={screening} />}
      </span>
      {isUndone ? <span className="screening-quiet">{t('screening.undone-mark')}</span> : null}
      {!isUndone && may('screening.record') ? (
        <Button variant="subtle" className="no-print" loading={undo.isPending} onClick={() => undo.mutate()}>
          {t('screening.undo')}
        </Button>
      ) : null}
      <ProblemNote problem={undo.error} />
    </li>
  )
}

function WhatNext({
  screening: { result, nextOn, referral, refusalReason },
}: {
  screening: StoredScreening
}) {
  const t = useMessages(screeningMessages)
  return (
    <>
      <Text className="screening-quiet">
        {refusalReason ? `${refusalReason}. ` : ''}
        {t(`screening.do-${result}`)} {nextOn ? t('screening.next-on', { day: formatDay(nextOn) }) : ''}
      </Text>
      {referral ? (
        <Text>
          {t('screening.referral', {
            place: t(`screening.to-${referral.referredTo}`),
            day: formatDay(referral.answerBy),
          })}
          {referral.urgent ? ` (${t('screening.urgent')})` : ''}
        </Text>
      ) : null}
    </>
  )
}
