import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, memo, useState } from 'react'
import { ageOn, type Day, formatDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { formatNumber } from '#ui/numbers.ts'
import type { SheetRow as Row, StoredMeasurement } from '../../shared/contract.ts'
import { unitDoubts } from '../../shared/doubts.ts'
import { growthWords } from '../../shared/messages.ts'
import { growthMessages } from '../../shared/messages-pages.ts'
import type { Standard } from '../../shared/standard.ts'
import { recordMeasurement, undoMeasurement } from '../requests.ts'
import { usualPosition } from './lines.ts'
import {
  isNothing,
  lookAt,
  type Looked,
  nothingTyped,
  toMeasured,
  toRequest,
  type TypedMeasures,
  wrongFields,
} from './measuring.ts'
import { focusRow, moveByKeys } from './sheet-keys.ts'
import { ClassBadges, useAgeText, zText } from './words.tsx'

export type SheetRowProps = {
  row: Row
  place: number
  day: Day
  standard: Standard
  sessionId: string
  onStored: (childId: string, stored: StoredMeasurement | null) => void
}

const numberText = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))

/** What the fields show before anybody types: what stands for the day, from whatever device. */
function typedOf({ ofDay, bornOn }: Row, day: Day): TypedMeasures {
  const usual = usualPosition(ageOn(bornOn, day).days)
  if (!ofDay) return { ...nothingTyped, position: usual }
  return {
    ...nothingTyped,
    weight: numberText(ofDay.weightKg),
    lenhei: numberText(ofDay.lenheiCm),
    arm: numberText(ofDay.armCm),
    head: numberText(ofDay.headCm),
    triceps: numberText(ofDay.tricepsMm),
    subscapular: numberText(ofDay.subscapularMm),
    oedema: ofDay.oedema,
    position: ofDay.position ?? usual,
  }
}

const textOf = (typed: TypedMeasures) => JSON.stringify(typed)

/** The typing of one child: kept until it is sent; another device's figures come in while nothing is typed here. */
function useRow({ row, day, standard, sessionId, onStored }: SheetRowProps) {
  const stands = typedOf(row, day)
  const [typed, setTyped] = useState(stands)
  const [known, setKnown] = useState(row.ofDay?.id)
  // Made once for what is typed: sent again after a lost reply it is the same measurement.
  const [attempt, setAttempt] = useState(() => ({ id: newId(), text: '', asked: '' }))
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: recordMeasurement,
    onSuccess: (stored) => {
      setKnown(stored.id)
      onStored(row.childId, stored)
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['growth', 'sheet'] }),
  })
  if (row.ofDay?.id !== known) {
    setKnown(row.ofDay?.id)
    if (!save.isError) setTyped(stands)
  }
  const measured = toMeasured(typed)
  const wrong = wrongFields(typed)
  const units = unitDoubts(measured)
  const looked =
    wrong.length > 0 ? undefined : lookAt(standard, row, day, { measured, before: row.before ?? undefined })
  const send = (): 'stay' | 'next' => {
    const text = textOf(typed)
    if (isNothing(measured) || text === textOf(stands)) return wrong.length > 0 ? 'stay' : 'next'
    if (wrong.length > 0 || units.length > 0) return 'stay'
    const doubts = looked?.doubts ?? []
    if (doubts.length > 0 && attempt.asked !== text) {
      setAttempt({ ...attempt, asked: text })
      return 'stay'
    }
    const id = attempt.text === text ? attempt.id : newId()
    setAttempt({ id, text, asked: text })
    const { childId } = row
    const replaces = row.ofDay?.id ?? null
    save.mutate(toRequest(measured, { id, childId, measuredOn: day, confirmed: doubts, sessionId, replaces }))
    return 'next'
  }
  const undo = useMutation({
    mutationFn: (one: StoredMeasurement) => undoMeasurement(row.childId, one.id),
    onSuccess: () => onStored(row.childId, null),
  })
  const isAsked = attempt.asked === textOf(typed) && textOf(typed) !== textOf(stands)
  return {
    typed,
    setTyped,
    wrong,
    units,
    looked,
    isAsked,
    isChanged: textOf(typed) !== textOf(stands),
    send,
    save,
    undo,
  }
}

/** One child of a weighing day. Enter goes on: weight, length, saved, next child. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { row, place, day } = props
  const t = useMessages(growthMessages)
  const ageText = useAgeText()
  const state = useRow(props)
  const { typed, setTyped, wrong, units, send, save } = state
  const isSaved = row.ofDay !== null && !state.isChanged && !save.isError
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return moveByKeys(event)
    event.preventDefault()
    const { field } = event.target.dataset
    if (field === 'weight' && typed.lenhei === '') return focusRow(event.currentTarget, place, 'lenhei')
    if (send() === 'next') focusRow(event.currentTarget, place + 1, 'weight')
  }
  const field = (name: 'weight' | 'lenhei' | 'arm') => (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      data-field={name}
      aria-label={t(`growth.sheet-${name}-of`, { name: row.fullName })}
      aria-invalid={wrong.includes(name) || (name !== 'arm' && units.length > 0) || undefined}
      placeholder={t(`growth.${name}`)}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  )
  return (
    <tr data-place={place} data-saved={isSaved || undefined} onKeyDown={onKey}>
      <td data-wide>
        <b>{row.fullName}</b>
        <div className="growth-quiet">
          {t(`growth.${row.sex}`)} · {ageText(row.bornOn, day)}
          {row.carerName ? ` · ${row.carerName}` : ''}
        </div>
      </td>
      <td>
        <Before row={row} />
      </td>
      <td>{field('weight')}</td>
      <td>{field('lenhei')}</td>
      <td>
        <select
          aria-label={t('growth.sheet-position-of', { name: row.fullName })}
          tabIndex={-1}
          value={typed.position}
          onChange={(event) =>
            setTyped({ ...typed, position: event.currentTarget.value === 'lying' ? 'lying' : 'standing' })
          }
        >
          <option value="lying">{t('growth.lying')}</option>
          <option value="standing">{t('growth.standing')}</option>
        </select>
      </td>
      <td>{field('arm')}</td>
      <td data-wide aria-live="polite">
        <Result row={row} state={state} isSaved={isSaved} />
      </td>
    </tr>
  )
})

function Before({ row: { before } }: { row: Row }) {
  if (!before) return <span className="growth-quiet">–</span>
  const { weightKg, lenheiCm, measuredOn } = before
  return (
    <span className="growth-quiet">
      {weightKg === null ? '–' : formatNumber(weightKg)} / {lenheiCm === null ? '–' : formatNumber(lenheiCm)}
      <br />
      {formatDay(measuredOn)}
    </span>
  )
}

type ResultProps = { row: Row; state: ReturnType<typeof useRow>; isSaved: boolean }

/** Class and z-scores while typing; doubts in words; whether it is saved. */
function Result({ row, state, isSaved }: ResultProps) {
  const t = useMessages(growthMessages)
  const { wrong, looked, save, undo, isChanged } = state
  if (wrong.length > 0) return <span className="growth-doubt">{t('growth.not-a-number')}</span>
  const isEmpty = !row.ofDay && !isChanged
  return (
    <>
      {looked && !isEmpty ? <Scores looked={looked} /> : null}
      <Doubts state={state} />
      <Refusal row={row} error={save.error} />
      {save.isPending ? <span className="growth-quiet">{t('growth.sheet-saving')}</span> : null}
      {isSaved && row.ofDay ? (
        <>
          <span className="growth-quiet"> {t('growth.sheet-saved')} </span>
          <Button
            variant="subtle"
            tabIndex={-1}
            aria-label={t('growth.sheet-undo-of', { name: row.fullName })}
            onClick={() => row.ofDay && undo.mutate(row.ofDay)}
          >
            {t('growth.undo')}
          </Button>
        </>
      ) : null}
    </>
  )
}

function Scores({ looked: { assessment } }: { looked: Looked }) {
  const { scores, classes } = assessment
  const shown = (['wei', 'len', 'wfl', 'bmi'] as const).filter(
    (index) => scores[index] && (index !== 'bmi' || !scores.wfl),
  )
  const names = { wei: 'CN/T', len: 'CC/T', wfl: 'CN/CC', bmi: 'BMI/T' } as const
  return (
    <>
      <ClassBadges classes={classes} />
      <div className="growth-quiet">
        {shown.map((index) => `${names[index]} ${zText(scores[index]?.z ?? null)}`).join(' · ')}
      </div>
    </>
  )
}

function Doubts({ state: { units, looked, isAsked, isChanged } }: { state: ReturnType<typeof useRow> }) {
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

function Refusal({ row, error }: { row: Row; error: unknown }) {
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
