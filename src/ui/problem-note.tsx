import { Alert, Button, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Problem } from '#base/problem.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { webProblem } from '#platform/web/problems.ts'
import { uiMessages } from './messages.ts'

export type ProblemNoteProps = {
  /** What a request threw; nothing is shown for null and undefined. */
  problem: unknown
  onTryAgain?: (() => void) | undefined
}

/** A refusal in words: what happened and what to do. */
export function ProblemNote({ problem, onTryAgain }: ProblemNoteProps) {
  const t = useMessages(uiMessages)
  const { language } = useLanguage()
  if (problem === null || problem === undefined) return null
  const known = problem instanceof Problem ? problem : webProblem('web.unexpected-answer')
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('ui.not-saved')}
      data-problem={known.code}
    >
      <Text>{known.text(language)}</Text>
      {onTryAgain ? (
        <Button variant="default" mt="sm" onClick={onTryAgain}>
          {t('ui.try-again')}
        </Button>
      ) : null}
    </Alert>
  )
}
