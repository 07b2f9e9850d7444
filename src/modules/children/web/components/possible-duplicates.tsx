import { Alert, Checkbox, Stack, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import type { PossibleDuplicate } from '../../shared/contract.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { useBirthWords } from './child-words.tsx'

export type PossibleDuplicatesProps = {
  found: readonly PossibleDuplicate[]
  isAnotherChild: boolean
  onSay: (isAnotherChild: boolean) => void
}

/** Shown before saving: children that may be the one being entered, with what makes them alike. */
export function PossibleDuplicates({ found, isAnotherChild, onSay }: PossibleDuplicatesProps) {
  const t = useMessages(childrenMessages)
  const birthWords = useBirthWords()
  if (found.length === 0) return null
  return (
    <Alert
      color="yellow"
      variant="light"
      role="status"
      icon={<IconUsers aria-hidden />}
      title={t('children.alike')}
    >
      <Stack gap="sm">
        <ul className="children-alike">
          {found.map(({ child, reasons }) => (
            <li key={child.id}>
              <PageLink to={`/children/${child.id}`} fw={600}>
                {child.fullName}
              </PageLink>
              <Text span>
                {[
                  '',
                  t(`children.sex-${child.sex}`).toLowerCase(),
                  birthWords(child),
                  child.villageName,
                  child.carerName,
                ]
                  .filter((text) => text !== null)
                  .join(' · ')}
              </Text>
              <Text>{reasons.map((reason) => t(`children.alike-${reason}`)).join(', ')}</Text>
            </li>
          ))}
        </ul>
        <Checkbox
          label={t('children.another-child')}
          checked={isAnotherChild}
          onChange={(event) => onSay(event.currentTarget.checked)}
        />
      </Stack>
    </Alert>
  )
}
