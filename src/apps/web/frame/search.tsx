import { ActionIcon, Combobox, Modal, TextInput, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { fold } from '#base/text.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useShortcut } from '#platform/web/keyboard.ts'
import { useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { frameMessages } from '../messages.ts'
import { destinations } from './navigation.ts'

/** Search everywhere: `/` or Ctrl K; a box on wide screens, a window on phones. */
export function Search() {
  const t = useMessages(frameMessages)
  const [isOpen, setOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const focus = () => {
    // A field that is not shown (phone) cannot take the keyboard.
    if (field.current?.offsetParent) field.current.focus()
    else setOpen(true)
  }
  useShortcut('/', focus)
  useShortcut('mod+k', focus)
  return (
    <>
      <div className="frame-search frame-wide">
        <SearchBox fieldRef={field} />
      </div>
      <ActionIcon
        className="frame-phone"
        color="gray"
        aria-label={t('frame.search')}
        ml="auto"
        onClick={() => setOpen(true)}
      >
        <IconSearch size={24} aria-hidden />
      </ActionIcon>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('frame.search')} yOffset="5vh">
        <SearchBox onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

type Found = { key: string; label: string; to: string; text?: string }

function useFound(text: string): Found[] {
  const t = useMessages(frameMessages)
  const may = useMay()
  const typed = text.trim()
  if (typed === '') return []
  const pages = destinations
    .filter(({ needs, place }) => may(needs) && fold(t(`frame.${place}`)).includes(fold(typed)))
    .map(({ place, to }) => ({ key: to, label: t('frame.search-page', { page: t(`frame.${place}`) }), to }))
  if (!may('children.read')) return pages
  const children = { key: 'children', label: t('frame.search-children', { text: typed }), to: '/children' }
  return [{ ...children, text: typed }, ...pages]
}

type SearchBoxProps = { fieldRef?: React.RefObject<HTMLInputElement | null>; onDone?: () => void }

function SearchBox({ fieldRef, onDone }: SearchBoxProps) {
  const t = useMessages(frameMessages)
  const go = useGo()
  const [text, setText] = useState('')
  const found = useFound(text)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const choose = (key: string) => {
    const target = found.find((one) => one.key === key)
    if (!target) return
    go(target.to, {}, target.text)
    setText('')
    combobox.closeDropdown()
    onDone?.()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          {...(fieldRef ? { ref: fieldRef } : { 'data-autofocus': true })}
          type="search"
          aria-label={t('frame.search')}
          placeholder={fieldRef ? t('frame.search') : t('frame.search-hint')}
          title={t('frame.search-hint')}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
            combobox.selectFirstOption()
          }}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            const first = found[0]
            if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0 && first) choose(first.key)
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ''}>
        <Combobox.Options>
          {found.map((one) => (
            <Combobox.Option key={one.key} value={one.key}>
              {one.label}
            </Combobox.Option>
          ))}
          {found.length === 0 ? <Combobox.Empty>{t('frame.search-nothing')}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
