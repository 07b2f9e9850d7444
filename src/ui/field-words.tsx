import { useEffect } from 'react'
import { useMessages, type Translate } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'

type FieldKey = 'ui.field-needed' | 'ui.field-short' | 'ui.field-email'

function wordsFor(field: HTMLInputElement | HTMLTextAreaElement, t: Translate<FieldKey>): string {
  const { valueMissing, tooShort, typeMismatch } = field.validity
  if (valueMissing) return t('ui.field-needed')
  if (tooShort) return t('ui.field-short', { count: field.minLength })
  return typeMismatch ? t('ui.field-email') : ''
}

/**
 * What is wrong with a field, in the page's language: the browser would say it in its own. The words make the field
 * wrong by themselves, also when a list or a calendar fills it without typing; so they are taken back at the next click,
 * which comes before every check (HTML, "implicit submission": the enter key clicks the button of the form).
 */
export function FieldWords() {
  const t = useMessages(uiMessages)
  useEffect(() => {
    const named = new Set<HTMLInputElement | HTMLTextAreaElement>()
    const say = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
      target.setCustomValidity(wordsFor(target, t))
      named.add(target)
    }
    const takeBack = () => {
      for (const field of named) field.setCustomValidity('')
      named.clear()
    }
    document.addEventListener('invalid', say, true)
    document.addEventListener('click', takeBack, true)
    return () => {
      takeBack()
      document.removeEventListener('invalid', say, true)
      document.removeEventListener('click', takeBack, true)
    }
  }, [t])
  return null
}
