import { Button } from '@mantine/core'
import { Problem } from '#base/problem.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { formatNumber } from '#base/numbers.ts'
import type { SheetRow } from '../../shared/contract.ts'
import { growthWords } from '../../shared/messages.ts'
import { growthMessages } from '../../shared/messages-pages.ts'
import type { Looked } from './measuring.ts'
import type { SheetRowState } from './use-sheet-row.ts'
import { ClassBadges, zText } from './words.tsx'

export type SheetResultProps = { row: SheetRow; state: SheetRowState; isSaved: boolean }

/** Class and z-scores while typing; doubts in words; whether it is saved. */
export function SheetResult({ row, state, isSaved }: SheetResultProps) {
  const t = useMessages(growthMessages)
  const { wrong, looked, save, isChanged } = state
  if (wrong.length > 0) return <span className="growth-doubt">{t('growth.not-a-number')}</span>
  return (
    <>
      {looked && (row.ofDay || isChanged) ? <Scores looked={looked} /> : null}
      <Doubts state={state} />
      <Refusal row={row} error={save.error} />
      {state.isUnsaved ? <Unsaved row={row} state={state} /> : null}
      {save.isPending ? <span className="growth-quiet">{t('growth.sheet-saving')}</span> : null}
      {isSaved ? <Saved row={row} state={state} /> : null}
    </>
  )
}

/** For those without an Enter key, and for whoever has gone to another child by arrows or by tapping. */
function Unsaved({ row: { fullName }, state: { isAsked, send } }: Omit<SheetResultProps, 'isSaved'>) {
  const t = useMessages(growthMessages)
  return (
    <span className="growth-unsaved no-print">
      {t('growth.sheet-unkept')}{' '}
      <Button
        variant="light"
        aria-label={t('growth.sheet-keep-of', { name: fullName })}
        onClick={() => send()}
      >
        {t(isAsked ? 'growth.sheet-keep-doubted' : 'growth.sheet-keep')}
      </Button>
    </span>
  )
}

function Saved({ row: { ofDay, fullName }, state }: Omit<SheetResultProps, 'isSaved'>) {
  const t = useMessages(growthMessages)
  if (!ofDay) return null
  return (
    <>
      <span className="growth-quiet"> {t('growth.sheet-saved')} </span>
      <Button
        className="no-print"
        variant="subtle"
        tabIndex={-1}
        aria-label={t('growth.sheet-undo-of', { name: fullName })}
        onClick={() => state.undo.mutate(ofDay)}
      >
        {t('growth.undo')}
      </Button>
    </>
  )
}

/** The short names of health stations: cân nặng/tuổi, chiều cao/tuổi, cân nặng/chiều cao. */
const shortNames = { wei: 'CN/T', len: 'CC/T', wfl: 'CN/CC', bmi: 'BMI/T' } as const

function Scores({ looked: { assessment } }: { looked: Looked }) {
  const { scores, classes } = assessment
  const shown = (['wei', 'len', 'wfl', 'bmi'] as const).filter(
    (index) => scores[index] && (index !== 'bmi' || !scores.wfl),
  )
  return (
    <>
      <ClassBadges classes={classes} />
      <div className="growth-quiet">
        {shown.map((index) => `${shortNames[index]} ${zText(scores[index]?.z ?? null)}`).join(' · ')}
      </div>
    </>
  )
}

function Doubts({ state: { units, looked, isAsked, isChanged } }: { state: SheetRowState }) {
  const t = useMessages(growthMessages)
  const w = useMessages(growthWords)
  const doubts = isChanged ? (looked?.doubts ?? []) : []
  if (doubts.length === 0) return null
  return (
    <span className="growth-doubt">
      {doubts.map((doubt) => w(`growth.doubt-${doubt}`)).join(' ')}
      {isAsked && units.length === 0 ? ` ${t('growth.sheet-confirm')}` : ''}
    </span>
  )
}

function Refusal({ row, error }: { row: SheetRow; error: unknown }) {
  const t = useMessages(growthMessages)
  const { language } = useLanguage()
  if (!error) return null
  if (error instanceof Problem && error.code === 'growth.measured-that-day' && row.ofDay)
    return (
      <span className="growth-doubt">
        {t('growth.sheet-other-device', { weight: formatNumber(row.ofDay.weightKg ?? 0) })}
      </span>
    )
  return (
    <span className="growth-doubt" role="alert">
      {error instanceof Problem && error.status < 500 ? error.text(language) : t('growth.sheet-unsent')}
    </span>
  )
}
