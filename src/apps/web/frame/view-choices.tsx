import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { frameMessages } from '../messages.ts'

/** Language and ground, in the person's menu. */
export function ViewChoices() {
  const t = useMessages(frameMessages)
  const { language, setLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const otherLanguage = language === 'vi' ? 'en' : 'vi'
  const isDark = colorScheme === 'dark'
  return (
    <>
      <Menu.Item
        leftSection={<IconLanguage size={20} aria-hidden />}
        onClick={() => setLanguage(otherLanguage)}
        lang={otherLanguage}
      >
        {t(`frame.language-${otherLanguage}`)}
      </Menu.Item>
      <Menu.Item
        leftSection={isDark ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
        onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      >
        {t(isDark ? 'frame.light' : 'frame.dark')}
      </Menu.Item>
    </>
  )
}
