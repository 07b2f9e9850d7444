import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Doing,
  FlowStep,
  hasAbove,
  isOpenPart,
  listDoings,
  ReportState,
  Side,
  sideOf,
  stateAfter,
  whyNot,
} from './flow.ts'

/** Everything that may be done, by state, for the unit itself and for the one above. Nobody else may do anything. */
const withAbove: Record<ReportState, { own: Doing[]; above: Doing[] }> = {
  draft: { own: ['send', 'write', 'answer'], above: ['write', 'answer'] },
  sent: { own: [], above: ['return', 'accept', 'comment'] },
  returned: { own: ['send', 'write', 'answer'], above: ['write', 'answer'] },
  accepted: { own: ['sign'], above: ['reopen', 'comment'] },
  signed: { own: [], above: ['reopen'] },
  merged: { own: [], above: [] },
}

/** The unit that has nobody above it signs its draft and reopens it itself. */
const withoutAbove: Record<ReportState, Doing[]> = {
  draft: ['sign', 'write', 'answer'],
  sent: [],
  returned: ['sign', 'write', 'answer'],
  accepted: ['sign', 'reopen'],
  signed: ['reopen'],
  merged: [],
}

const everyState = ReportState.options

describe('who may do what in which state', () => {
  test.each(everyState)('%s, with a unit above', (state) => {
    const standing = { state, hasAbove: true, mayWrite: true }
    expect(listDoings({ ...standing, side: 'own' }).toSorted()).toEqual(withAbove[state].own.toSorted())
    expect(listDoings({ ...standing, side: 'above' }).toSorted()).toEqual(withAbove[state].above.toSorted())
    expect(listDoings({ ...standing, side: 'none' })).toEqual([])
  })

  test.each(everyState)('%s, with nobody above', (state) => {
    const standing = { state, hasAbove: false, mayWrite: true, side: 'own' as const }
    expect(listDoings(standing).toSorted()).toEqual(withoutAbove[state].toSorted())
  })

  test('who may only read does nothing, in every state, on every side', () => {
    for (const state of everyState)
      for (const side of Side.options)
        for (const above of [true, false])
          expect(listDoings({ state, side, hasAbove: above, mayWrite: false })).toEqual([])
  })

  test('a refusal says whether it is the person or the moment', () => {
    const standing = { state: 'signed', side: 'own', hasAbove: true, mayWrite: true } as const
    expect(whyNot('send', standing)).toBe('not-now')
    expect(whyNot('accept', standing)).toBe('not-yours')
  })
})

const stepsFrom = (state: ReportState) =>
  FlowStep.options.filter((step) =>
    Side.options.some((side) => !whyNot(step, { state, side, hasAbove: true, mayWrite: true })),
  )

describe('the way through', () => {
  const standing = fc.record({
    state: fc.constantFrom(...everyState),
    side: fc.constantFrom(...Side.options),
    hasAbove: fc.boolean(),
    mayWrite: fc.boolean(),
  })

  test('every allowed step changes the state, and only a reopening leaves a signed report', () => {
    fc.assert(
      fc.property(standing, fc.constantFrom(...FlowStep.options), (where, step) => {
        if (whyNot(step, where) !== undefined) return
        expect(stateAfter(step)).not.toBe(where.state)
        if (where.state === 'signed') expect(step).toBe('reopen')
      }),
    )
  })

  test('nobody sends and accepts the same report', () => {
    fc.assert(
      fc.property(standing, standing, (one, other) => {
        if (one.side !== other.side) return
        expect(whyNot('send', one) === undefined && whyNot('accept', other) === undefined).toBe(false)
      }),
    )
  })

  test('from a draft every state but merged is reached, with a unit above', () => {
    const reached = new Set<ReportState>(['draft'])
    // A Set is walked over what is added meanwhile too.
    for (const state of reached) for (const step of stepsFrom(state)) reached.add(stateAfter(step))
    expect([...reached].toSorted()).toEqual(everyState.filter((state) => state !== 'merged').toSorted())
  })
})

describe('for whom one acts', () => {
  const report = { areaId: 'c', areaLft: 50, areaKind: 'commune' }
  test.each([
    ['the commune itself', { id: 'c', lft: 50, rgt: 59, kind: 'commune' }, 'own'],
    ['its province', { id: 'p', lft: 1, rgt: 99, kind: 'province' }, 'above'],
    ['the commune that took it in and reads it', { id: 'n', lft: 45, rgt: 60, kind: 'commune' }, 'none'],
    ['another commune', { id: 'd', lft: 60, rgt: 69, kind: 'commune' }, 'none'],
    ['a village of it', { id: 'v', lft: 51, rgt: 52, kind: 'village' }, 'none'],
  ])('%s', (_, actor, side) => {
    expect(sideOf(actor, report)).toBe(side)
  })

  const nation = { id: 'n', lft: 0, rgt: 1000, kind: 'nation' }
  const province = { id: 'p', lft: 1, rgt: 99, kind: 'province' }
  const commune = { id: 'c', lft: 50, rgt: 59, kind: 'commune' }
  test.each([
    ['a commune in an installation of its province', commune, province, true],
    ['a commune that is the whole installation', commune, commune, false],
    ['a province that is the whole installation', province, province, false],
    ['a province in an installation of the country', province, nation, true],
    ['a commune where the installation is not known', commune, undefined, true],
    ['a province where the installation is not known', province, undefined, false],
  ])('%s', (_, area, home, expected) => {
    expect(hasAbove(area, home)).toBe(expected)
  })
})

test('after a reopening of one section only that one is open', () => {
  expect(isOpenPart(null, '1.1')).toBe(true)
  expect(isOpenPart(['1.1', 'children'], '1.1')).toBe(true)
  expect(isOpenPart(['1.1', 'children'], '1.2')).toBe(false)
})
