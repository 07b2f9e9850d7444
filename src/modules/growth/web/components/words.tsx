import { ageOn, type Day } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import type { GrowthClass } from '../../shared/classes.ts'
import { severityOf } from '../../shared/classes.ts'
import type { GrowthState } from '../../shared/contract.ts'
import { growthWords } from '../../shared/messages.ts'
import { growthMessages } from '../../shared/messages-pages.ts'
import '../growth.css'

/** Months below two years, then years and months. */
export function useAgeText(): (bornOn: Day, day: Day) => string {
  const t = useMessages(growthMessages)
  return (bornOn, day) => {
    const { years, months } = ageOn(bornOn, day)
    return months < 24
      ? t('growth.age-months', { months })
      : t('growth.age-years', { years, months: months - years * 12 })
  }
}

/** A z-score as it is read: '-1,20'; a dash where there is none. */
export function zText(z: number | null): string {
  return z === null ? '–' : z.toFixed(2).replace('.', ',')
}

/** What to do for a child in this state: by the worst class, or for the line alone when the classes are good. */
export function useWhatToDo(): (state: GrowthState) => string {
  const w = useMessages(growthWords)
  return ({ classes, trends }) =>
    severityOf(classes) === 0 && trends.length > 0
      ? w('growth.do-trend')
      : w(`growth.do-${classes[0] ?? 'unknown'}`)
}

/** Classes as words with the colour of the worst; never by colour alone. */
export function ClassBadges({ classes }: { classes: readonly GrowthClass[] }) {
  const w = useMessages(growthWords)
  return (
    <span className="growth-classes">
      {classes.map((one) => (
        <span key={one} className="growth-class" data-severity={one === 'to-check' ? 1 : severityOf([one])}>
          {w(`growth.class-${one}`)}
        </span>
      ))}
    </span>
  )
}
