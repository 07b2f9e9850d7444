import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { translate, type Holes, type Language, type Messages } from '#base/messages.ts'
import { readSetting, writeSetting } from './device.ts'

type LanguageChoice = { language: Language; setLanguage: (language: Language) => void }

const LanguageContext = createContext<LanguageChoice>({ language: 'vi', setLanguage: () => {} })

/** Vietnamese unless this device chose English before. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState<Language>(() => (readSetting('language') === 'en' ? 'en' : 'vi'))
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo(
    () => ({
      language,
      setLanguage: (next: Language) => {
        writeSetting('language', next)
        choose(next)
      },
    }),
    [language],
  )
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  return use(LanguageContext)
}

export type Translate<Key extends string> = (key: Key, holes?: Holes) => string

/** `const t = useMessages(childrenMessages); t('children.count', { count: 84 })`. */
export function useMessages<Key extends string>(messages: Messages<Key>): Translate<Key> {
  const { language } = useLanguage()
  return useCallback((key, holes) => translate(messages, language, key, holes), [messages, language])
}
