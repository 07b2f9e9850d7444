import { useQuery } from '@tanstack/react-query'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import type { AskedClass, SchoolClass } from '../../shared/contract-classes.ts'
import { factMessages } from '../../shared/messages-facts.ts'
import { classesQuery } from '../requests-facts.ts'

export type ClassSelectProps = { value: AskedClass; onChange: (asked: AskedClass) => void }

/** A class or a whole school, of those that children of the own place attend; absent where nobody attends one. */
export function ClassSelect({ value, onChange }: ClassSelectProps) {
  const t = useMessages(factMessages)
  const may = useMay()
  const { data = [] } = useQuery({ ...classesQuery, enabled: may('children.read') })
  const choices = choicesOf(data, (name) => t('children.whole-school', { name }))
  const chosen = keyOf(value)
  if (choices.length === 0 && chosen === undefined) return null
  return (
    <SearchSelect
      label={t('children.class-of-school')}
      placeholder={t('children.class-all')}
      choices={choices.map(({ key, label }) => ({ value: key, label }))}
      value={chosen}
      clearable
      onChange={(key) => onChange(choices.find((one) => one.key === key)?.asked ?? {})}
    />
  )
}

function keyOf({ facilityId, className }: AskedClass): string | undefined {
  return facilityId === undefined && className === undefined
    ? undefined
    : `${facilityId ?? ''} ${className?.toLowerCase() ?? ''}`
}

type ClassChoice = { key: string; label: string; asked: AskedClass }

/** Of each school the whole first, then its classes. */
function choicesOf(classes: readonly SchoolClass[], whole: (name: string) => string): ClassChoice[] {
  return [...Map.groupBy(classes, ({ facilityId }) => facilityId).values()].flatMap((ofSchool) => {
    const [first] = ofSchool
    const facilityId = first?.facilityId ?? undefined
    const count = ofSchool.reduce((sum, { children }) => sum + children, 0)
    const school: ClassChoice[] =
      facilityId === undefined
        ? []
        : [
            {
              key: keyOf({ facilityId }) ?? '',
              asked: { facilityId },
              label: `${whole(first?.facilityName ?? '')} (${count})`,
            },
          ]
    const named = ofSchool.flatMap(({ facilityName, className, children }): ClassChoice[] => {
      if (className === null) return []
      const asked = { className, ...(facilityId === undefined ? {} : { facilityId }) }
      const label = [facilityName, className].filter(Boolean).join(' – ')
      return [{ key: keyOf(asked) ?? '', asked, label: `${label} (${children})` }]
    })
    return [...school, ...named]
  })
}
