import { Button, Checkbox, Menu, Stack } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import type { DataListColumn } from '#ui/data-list.tsx'
import type { ChildSummary, ListColumn } from '../../shared/contract.ts'
import { ethnicName } from '../../shared/ethnic-groups.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { useAgeWords, useBirthWords } from './child-words.tsx'

const storageKey = 'uommam.children.hidden-columns'
const Hidden = z.array(z.string()).catch([])

/** Shown only when somebody asks for them. */
const hiddenAtFirst = ['ethnic', 'household', 'education']

function readHidden(): string[] {
  const kept = localStorage.getItem(storageKey)
  return kept === null ? hiddenAtFirst : Hidden.parse(safeJson(kept))
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return []
  }
}

/** The columns that this device leaves out; kept for the next visit. They say nothing of any child. */
export function useHiddenColumns(): [string[], (hidden: string[]) => void] {
  const [hidden, setHidden] = useState(readHidden)
  const keep = (next: string[]) => {
    localStorage.setItem(storageKey, JSON.stringify(next))
    setHidden(next)
  }
  return [hidden, keep]
}

type ColumnChoiceProps = {
  columns: readonly DataListColumn<ChildSummary>[]
  hidden: readonly string[]
  onChange: (hidden: string[]) => void
}

/** The title of a row is always shown; everything else can be hidden, on this device. */
export function ColumnChoice({ columns, hidden, onChange }: ColumnChoiceProps) {
  const t = useMessages(moveMessages)
  return (
    <>
      <Menu closeOnItemClick={false} position="bottom-end">
        <Menu.Target>
          <Button variant="default">{t('children.choose-columns')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Stack gap="sm" p="sm">
            {columns
              .filter(({ kind }) => kind !== 'title')
              .map(({ key, heading }) => (
                <Checkbox
                  key={key}
                  label={heading}
                  checked={!hidden.includes(key)}
                  onChange={(event) =>
                    onChange(
                      event.currentTarget.checked ? hidden.filter((one) => one !== key) : [...hidden, key],
                    )
                  }
                />
              ))}
          </Stack>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

const brief = (words: string) => <span className="children-brief">{words}</span>

/** Every column that a list of children can show; a workbook can be asked for the same. */
export function useColumns(): (DataListColumn<ChildSummary> & { key: ListColumn })[] {
  const t = useMessages(childrenMessages)
  const ageWords = useAgeWords()
  const birthWords = useBirthWords()
  return [
    { key: 'name', heading: t('children.full-name'), kind: 'title', cell: (child) => <Name child={child} /> },
    { key: 'born', heading: t('children.born-on'), cell: (child) => brief(birthWords(child)) },
    { key: 'age', heading: t('children.age'), cell: ({ bornOn }) => brief(ageWords(bornOn)) },
    { key: 'sex', heading: t('children.sex'), cell: ({ sex }) => t(`children.sex-${sex}`) },
    { key: 'village', heading: t('children.village'), cell: ({ villageName }) => villageName ?? '' },
    {
      key: 'carer',
      heading: t('children.carer'),
      cell: ({ carerName, carerPhone }) => (
        <>
          {carerName}
          {carerName && carerPhone ? ' · ' : null}
          {carerPhone ? brief(carerPhone) : null}
        </>
      ),
    },
    {
      key: 'poverty',
      heading: t('children.poverty'),
      wideOnly: true,
      cell: ({ poverty }) => (poverty ? brief(t(`children.poverty-${poverty}`)) : ''),
    },
    {
      key: 'ethnic',
      heading: t('children.ethnic'),
      cell: ({ ethnicCode }) => (ethnicCode ? (ethnicName(ethnicCode) ?? '') : ''),
    },
    {
      key: 'household',
      heading: t('children.household'),
      cell: ({ householdCode }) => brief(householdCode ?? ''),
    },
    {
      key: 'education',
      heading: t('children.education'),
      cell: ({ education }) => (education ? t(`children.education-${education}`) : ''),
    },
  ]
}

function Name({ child }: { child: ChildSummary }) {
  const t = useMessages(childrenMessages)
  return (
    <>
      <PageLink to={`/children/${child.id}`} fw={600}>
        {child.fullName}
      </PageLink>
      {child.leftOn ? ` (${t('children.left')})` : ''}
      {child.sample ? ` (${t('children.sample-mark')})` : ''}
    </>
  )
}
