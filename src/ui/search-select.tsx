import { Select, type ComboboxItem, type OptionsFilter } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { words } from '#base/text.ts'

export type Choice = { value: string; label: string }

export type SearchSelectProps = {
  label: string
  choices: readonly Choice[]
  value: string | undefined
  onChange: (value: string | undefined) => void
  description?: ReactNode
  error?: ReactNode
  placeholder?: string
  nothingFound?: string
  required?: boolean
  disabled?: boolean
  clearable?: boolean
  /** When the choices come from the server as one types. */
  onSearch?: (text: string) => void
}

/** More make a phone slow; who types one letter further sees the rest. */
const mostShown = 200

/** Words in any order by their beginning, with or without marks: "dak ha" finds "Xã Đăk Hà", "165/2026" a decree. */
export function matchesWords(label: string, typed: string): boolean {
  const own = words(label)
  return words(typed).every((word) => own.some((one) => one.startsWith(word)))
}

const filter: OptionsFilter = ({ options, search, limit }) =>
  options
    .filter((option): option is ComboboxItem => 'value' in option && matchesWords(option.label, search))
    .slice(0, limit)

/** Not the one that ends a syllable being composed, nor Ctrl Enter, which saves. */
const isPlainEnter = ({ key, ctrlKey, metaKey, nativeEvent }: KeyboardEvent) =>
  key === 'Enter' && !ctrlKey && !metaKey && !nativeEvent.isComposing

/**
 * Enter takes the marked option, or the first one shown once something is typed. Select marks an option only at a
 * keystroke: choices that the server sends after the last letter stand there unmarked, and what was marked before may
 * have moved. While nothing is shown yet, Enter neither chooses nor sends the form.
 */
function takeByEnter(event: KeyboardEvent<HTMLInputElement>, chosen: string | undefined): void {
  const field = event.currentTarget
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '')
  if (!isPlainEnter(event) || !list || field.value === '' || field.value === chosen) return
  event.preventDefault()
  event.stopPropagation()
  const marked = list.querySelector<HTMLElement>('[data-combobox-selected]')
  const first = list.querySelector<HTMLElement>('[data-combobox-option]')
  ;(marked ?? first)?.click()
}

/** One choice from a list that is searched by typing, with or without marks. */
export function SearchSelect(props: SearchSelectProps) {
  const { label, choices, value, onChange, description, error, placeholder, nothingFound, onSearch } = props
  const { required = false, disabled = false, clearable = false } = props
  const chosen = choices.find((choice) => choice.value === value)?.label
  return (
    <Select
      label={label}
      description={description}
      error={error}
      placeholder={placeholder ?? ''}
      nothingFoundMessage={nothingFound}
      data={choices}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      {...(onSearch ? { onSearchChange: onSearch } : {})}
      onKeyDownCapture={(event) => takeByEnter(event, chosen)}
      filter={filter}
      limit={mostShown}
      searchable
      required={required}
      disabled={disabled}
      clearable={clearable}
      selectFirstOptionOnChange
      maxDropdownHeight={320}
    />
  )
}
