import { Button, Group } from '@mantine/core'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { screeningMessages } from '../../shared/messages.ts'
import type { Answers } from '../../shared/result.ts'
import type { Answer, Tool, ToolItem } from '../../shared/tool.ts'

export type FormItemsProps = {
  tool: Tool
  items: readonly ToolItem[]
  answers: Answers
  onAnswer: (code: string, answer: Answer) => void
}

/** The items of the child's age; each answer is one tap, and by keyboard the arrow keys choose. */
export function FormItems({ tool, items, answers, onAnswer }: FormItemsProps) {
  return (
    <ul className="screening-items">
      {items.map((item) => (
        <li key={item.code}>
          <FormItem tool={tool} item={item} answer={answers[item.code]} onAnswer={onAnswer} />
        </li>
      ))}
    </ul>
  )
}

type FormItemProps = {
  tool: Tool
  item: ToolItem
  answer: Answer | undefined
  onAnswer: FormItemsProps['onAnswer']
}

function FormItem({ tool, item, answer, onAnswer }: FormItemProps) {
  const t = useMessages(screeningMessages)
  const { language } = useLanguage()
  const isSkill = tool.answers === 'skill'
  const words = {
    yes: t(isSkill ? 'screening.can' : 'screening.yes'),
    no: t(isSkill ? 'screening.cannot' : 'screening.no'),
    'not-seen': t('screening.not-seen'),
  }
  return (
    <fieldset>
      <legend>{item.text?.[language] ?? t('screening.item-number', { code: item.code })}</legend>
      <Group gap="xs" className="screening-answers">
        {(['yes', 'no', 'not-seen'] as const).map((choice) => (
          <Button
            key={choice}
            variant={answer === choice ? 'filled' : 'default'}
            aria-pressed={answer === choice}
            onClick={() => onAnswer(item.code, choice)}
          >
            {words[choice]}
          </Button>
        ))}
      </Group>
    </fieldset>
  )
}
