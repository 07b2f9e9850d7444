import { type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { todayHere } from '#ui/today-here.ts'
import { assess, type Assessment } from '../../shared/assess.ts'
import type { RecordMeasurement } from '../../shared/contract.ts'
import { type Before, type Doubt, doubtsAbout } from '../../shared/doubts.ts'
import type { Measured } from '../../shared/score-2006.ts'
import type { Sex, Standard } from '../../shared/standard.ts'
import { typedNumber } from '../../shared/typed-number.ts'

/** The fields as typed. */
export type TypedMeasures = {
  weight: string
  lenhei: string
  position: 'lying' | 'standing'
  head: string
  arm: string
  triceps: string
  subscapular: string
  oedema: boolean
}

export const nothingTyped = {
  weight: '',
  lenhei: '',
  head: '',
  arm: '',
  triceps: '',
  subscapular: '',
  oedema: false,
} as const

export const measureFields = ['weight', 'lenhei', 'head', 'arm', 'triceps', 'subscapular'] as const
export type MeasureField = (typeof measureFields)[number]

/** Fields that hold something which is no number. */
export function wrongFields(typed: TypedMeasures): MeasureField[] {
  return measureFields.filter((name) => typedNumber(typed[name]).kind === 'wrong')
}

function valueOf(text: string): number | null {
  const typed = typedNumber(text)
  return typed.kind === 'number' ? typed.value : null
}

/** Kilograms, centimetres and, for skinfolds, millimetres; null for what is empty or no number. */
export function toMeasured(typed: TypedMeasures): Measured {
  const lenheiCm = valueOf(typed.lenhei)
  return {
    weightKg: valueOf(typed.weight),
    lenheiCm,
    position: lenheiCm === null ? null : typed.position,
    oedema: typed.oedema,
    headCm: valueOf(typed.head),
    armCm: valueOf(typed.arm),
    tricepsMm: valueOf(typed.triceps),
    subscapularMm: valueOf(typed.subscapular),
  }
}

export type Looked = { assessment: Assessment; doubts: Doubt[] }
type Child = { bornOn: Day; sex: Sex }

/** What the rules say of what is typed, before it is saved; the server asks the same rules. */
export function lookAt(
  standard: Standard,
  child: Child,
  measuredOn: Day,
  { measured, before }: { measured: Measured; before: Before | undefined },
): Looked | undefined {
  if (measuredOn < child.bornOn || measuredOn > todayHere()) return undefined
  const assessment = assess(standard, child, measuredOn, measured)
  return {
    assessment,
    doubts: doubtsAbout({ bornOn: child.bornOn, measuredOn, measured, assessment, before }),
  }
}

/** Oedema alone is something: it is severe acute malnutrition whatever the weight. */
export function isNothing({
  weightKg,
  lenheiCm,
  headCm,
  armCm,
  tricepsMm,
  subscapularMm,
  oedema,
}: Measured): boolean {
  return (
    !oedema && [weightKg, lenheiCm, headCm, armCm, tricepsMm, subscapularMm].every((value) => value === null)
  )
}

export function toRequest(
  measured: Measured,
  more: Pick<RecordMeasurement, 'childId' | 'measuredOn' | 'confirmed' | 'sessionId' | 'replaces'> & {
    id?: string
  },
): RecordMeasurement {
  return { id: newId(), ...measured, ...more }
}
