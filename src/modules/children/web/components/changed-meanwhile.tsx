import { Alert, Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { changesBetween, type DetailField } from '../../shared/changes.ts'
import type { Child } from '../../shared/contract.ts'
import { historyMessages } from '../../shared/messages-history.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { ethnicName } from '../../shared/ethnic-groups.ts'
import { childQuery } from '../requests.ts'

/** After a refusal because somebody else saved first: what they changed, and saving on top of it. */
export function ChangedMeanwhile({ seen, onSaveOver }: { seen: Child; onSaveOver: (fresh: Child) => void }) {
  const t = useMessages(historyMessages)
  const { data: fresh } = useQuery({ ...childQuery(seen.id), staleTime: 0 })
  const valueOf = useValueWords()
  if (!fresh || fresh.version === seen.version) return null
  return (
    <Alert color="yellow" variant="light" title={t('children.changed-by-other')}>
      <Stack gap="sm" align="flex-start">
        <ul>
          {changesBetween(seen, fresh).map((field) => (
            <li key={field}>
              {t('children.change-line', {
                field: t(`children.field-${field}`),
                before: valueOf(seen, field),
                after: valueOf(fresh, field),
              })}
            </li>
          ))}
        </ul>
        <Button variant="default" onClick={() => onSaveOver(fresh)}>
          {t('children.save-over')}
        </Button>
      </Stack>
    </Alert>
  )
}

/** A field's value in words. */
export function useValueWords(): (child: Child, field: DetailField) => string {
  const t = useMessages(childrenMessages)
  const none = t('children.empty-value')
  return (child, field) => {
    switch (field) {
      case 'bornOn':
        return formatDay(child.bornOn)
      case 'sex':
        return t(`children.sex-${child.sex}`)
      case 'communeId':
        return child.communeName
      case 'villageId':
        return child.villageName ?? none
      case 'ethnicCode':
        return (child.ethnicCode && ethnicName(child.ethnicCode)) ?? none
      case 'poverty':
        return child.poverty ? t(`children.poverty-${child.poverty}`) : none
      case 'education':
        return child.education ? t(`children.education-${child.education}`) : none
      case 'carers':
        return (
          child.carers.map(({ fullName, phone }) => [fullName, phone].filter(Boolean).join(' ')).join(', ') ||
          none
        )
      case 'unnamed':
      case 'disabled':
      case 'specialCircumstance':
        return child[field] ? t('children.yes') : t('children.no')
      default:
        return child[field] ?? none
    }
  }
}
