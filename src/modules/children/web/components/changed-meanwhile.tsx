import { Alert, Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { changesBetween, type DetailField } from '../../shared/changes.ts'
import type { Child } from '../../shared/contract.ts'
import { historyMessages } from '../../shared/messages-history.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { ethnicName } from '../../shared/ethnic-groups.ts'
import { childQuery } from '../requests.ts'
import { useBirthWords } from './child-words.tsx'

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

type ToWords = (child: Child) => string | null | undefined

/** A field's value in words. */
function useValueWords(): (child: Child, field: DetailField) => string {
  const t = useMessages(childrenMessages)
  const birthWords = useBirthWords()
  const yesOrNo = (holds: boolean) => t(holds ? 'children.yes' : 'children.no')
  const words: Record<DetailField, ToWords> = {
    fullName: ({ fullName }) => fullName,
    unnamed: ({ unnamed }) => yesOrNo(unnamed),
    bornOn: birthWords,
    bornPrecision: birthWords,
    sex: ({ sex }) => t(`children.sex-${sex}`),
    communeId: ({ communeName }) => communeName,
    villageId: ({ villageName }) => villageName,
    ethnicCode: ({ ethnicCode }) => ethnicCode && ethnicName(ethnicCode),
    householdCode: ({ householdCode }) => householdCode,
    address: ({ address }) => address,
    poverty: ({ poverty }) => poverty && t(`children.poverty-${poverty}`),
    disabled: ({ disabled }) => yesOrNo(disabled),
    specialCircumstance: ({ specialCircumstance }) => yesOrNo(specialCircumstance),
    education: ({ education }) => education && t(`children.education-${education}`),
    personalId: ({ personalId }) => personalId,
    carers: ({ carers }) =>
      carers.map(({ fullName, phone }) => [fullName, phone].filter(Boolean).join(' ')).join(', '),
  }
  return (child, field) => words[field](child) || t('children.empty-value')
}
