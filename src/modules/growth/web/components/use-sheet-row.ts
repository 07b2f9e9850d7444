import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ageOn, type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { SheetRow, StoredMeasurement } from '../../shared/contract.ts'
import { type Doubt, unitDoubts } from '../../shared/doubts.ts'
import type { Measured } from '../../shared/score-2006.ts'
import type { Standard } from '../../shared/standard.ts'
import { recordMeasurement, undoMeasurement } from '../requests.ts'
import { usualPosition } from '../../shared/chart-lines.ts'
import {
  isNothing,
  lookAt,
  nothingTyped,
  toMeasured,
  toRequest,
  type TypedMeasures,
  wrongFields,
} from './measuring.ts'

export type SheetRowProps = {
  row: SheetRow
  place: number
  day: Day
  standard: Standard
  sessionId: string
  onStored: (childId: string, stored: StoredMeasurement | null) => void
}

const numberText = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))

/** What the fields show before anybody types: what stands for the day, from whatever device. */
function typedOf({ ofDay, bornOn }: SheetRow, day: Day): TypedMeasures {
  const usual = usualPosition(ageOn(bornOn, day).days)
  if (!ofDay) return { ...nothingTyped, position: usual }
  return {
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

/** "112,0" and "112" are the same measure. */
const keyOf = (measured: Measured) => JSON.stringify(measured)

/** Typing of one child. Another device's figures come in while nothing is being changed here. */
function useTyped({ row, day }: SheetRowProps) {
  const stands = typedOf(row, day)
  const [typed, setTyped] = useState(stands)
  const [known, setKnown] = useState(row.ofDay?.id)
  const [base, setBase] = useState(keyOf(toMeasured(stands)))
  if (row.ofDay?.id !== known) {
    setKnown(row.ofDay?.id)
    setBase(keyOf(toMeasured(stands)))
    if (keyOf(toMeasured(typed)) === base) setTyped(stands)
  }
  return { typed, setTyped, stands }
}

function useSaveRow({ row, onStored }: SheetRowProps) {
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: recordMeasurement,
    onSuccess: (stored) => onStored(row.childId, stored),
    onError: () => void queries.invalidateQueries({ queryKey: ['growth', 'sheet'] }),
  })
  const undo = useMutation({
    mutationFn: (one: StoredMeasurement) => undoMeasurement(row.childId, one.id),
    onSuccess: () => onStored(row.childId, null),
  })
  return { save, undo }
}

/** 'next': done here, the cursor may go on; 'stay': something must be looked at first. */
export type Sent = 'stay' | 'next'

type Decision = { send: false; then: Sent } | { send: true; doubts: Doubt[] }

type Deciding = {
  measured: Measured
  isChanged: boolean
  isWrong: boolean
  doubts: Doubt[]
  isAsked: boolean
}

/** Nothing typed goes on; wrong text and wrong units stay; doubts are asked about once. */
function decide({ measured, isChanged, isWrong, doubts, isAsked }: Deciding): Decision {
  if (isWrong) return { send: false, then: 'stay' }
  if (!isChanged || isNothing(measured)) return { send: false, then: 'next' }
  if (doubts.length > 0 && !isAsked) return { send: false, then: 'stay' }
  return { send: true, doubts }
}

/** The state of a line of the sheet: what is typed, what the rules say of it, how it is sent. */
export function useSheetRow(props: SheetRowProps) {
  const { row, day, standard, sessionId } = props
  const { typed, setTyped, stands } = useTyped(props)
  const { save, undo } = useSaveRow(props)
  // Made once for what is typed: sent again after a lost reply it is the same measurement.
  const [attempt, setAttempt] = useState(() => ({ id: newId(), sent: '', asked: '' }))
  const measured = toMeasured(typed)
  const key = keyOf(measured)
  const wrong = wrongFields(typed)
  const units = unitDoubts(measured)
  const before = row.before ?? undefined
  const looked = wrong.length > 0 ? undefined : lookAt(standard, row, day, { measured, before })
  const isChanged = key !== keyOf(toMeasured(stands))
  const isAsked = isChanged && attempt.asked === key
  const send = (): Sent => {
    const doubts = looked?.doubts ?? []
    const isWrong = wrong.length > 0 || units.length > 0
    const decision = decide({ measured, isChanged, isWrong, doubts, isAsked })
    if (!decision.send) {
      setAttempt({ ...attempt, asked: key })
      return decision.then
    }
    const id = attempt.sent === key ? attempt.id : newId()
    setAttempt({ id, sent: key, asked: key })
    const place = { childId: row.childId, measuredOn: day, sessionId, replaces: row.ofDay?.id ?? null }
    save.mutate(toRequest(measured, { id, confirmed: doubts, ...place }))
    return 'next'
  }
  const isUnsaved =
    isChanged && !isNothing(measured) && wrong.length === 0 && units.length === 0 && !save.isPending
  return { typed, setTyped, wrong, units, looked, isAsked, isChanged, isUnsaved, send, save, undo }
}

export type SheetRowState = ReturnType<typeof useSheetRow>
