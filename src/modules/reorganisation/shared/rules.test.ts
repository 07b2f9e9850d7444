import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Area } from '#modules/areas/shared/contract.ts'
import { inOrderOfMaking, type KnownTree, namedIdsOf, refusalOf } from './check-changes.ts'
import type { Change, NewUnit } from './contract.ts'
import { effectsOf, holdingOf } from './effects.ts'
import { holdingName } from './holding-name.ts'
import { sumOf, todaysFigures } from './old-figures.ts'

function area(id: string, fields: Partial<Area> = {}): Area {
  return {
    ...{
      id,
      code: id,
      kind: 'commune',
      name: `Xã ${id}`,
      fullName: `Xã ${id}`,
      parentId: 'P',
      lft: 1,
      rgt: 9,
    },
    ...{ validFrom: '2020-01-01', validTo: null, ...fields },
  }
}

const province = area('P', { kind: 'province', name: 'Tỉnh P', parentId: 'VN' })
const village = (id: string, parentId: string) => area(id, { kind: 'village', parentId, name: `Thôn ${id}` })

function treeOf(units: readonly Area[], below: Record<string, Area[]> = {}): KnownTree {
  return {
    units: new Map([province, ...units].map((unit) => [unit.id, unit])),
    below: new Map(Object.entries(below)),
    districts: new Map(),
  }
}

const unit = (id: string, fields: Partial<NewUnit> = {}): NewUnit => ({
  ...{ id, kind: 'commune', code: `9${id}`, name: `Xã ${id}`, parentId: 'P' },
  ...fields,
})

const effectiveOn = '2025-07-01'
const tree = treeOf([area('A'), area('B'), area('C')], {
  A: [village('A1', 'A'), village('A2', 'A')],
  B: [village('B1', 'B')],
})

function refusal(changes: Change[], newUnits: NewUnit[] = [], known = tree) {
  return refusalOf({ content: { newUnits, changes }, effectiveOn, tree: known })?.code
}

describe('what may be decided', () => {
  const merge: Change = { kind: 'merge', fromIds: ['A', 'B'], toId: 'N' }

  test('a merger into a new unit that takes the code of one of its parts', () => {
    expect(refusal([merge], [unit('N', { code: 'A' })])).toBeUndefined()
  })

  test.each<[string, Partial<Area>, string]>([
    ['began after the day', { validFrom: '2025-07-01' }, 'reorganisation.before-unit-existed'],
    ['ended before', { validTo: '2025-06-01' }, 'reorganisation.unit-already-ended'],
  ])('a unit that %s is refused', (_, fields, code) => {
    expect(refusal([merge], [unit('N')], treeOf([area('A', fields), area('B')]))).toBe(code)
  })

  test('a unit that ended on the eve is the old unit of that very reform', () => {
    const known = treeOf([area('A', { validTo: '2025-06-30' }), area('B')])
    expect(refusal([merge], [unit('N')], known)).toBeUndefined()
  })

  test('a way back of any length is a circle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), (length) => {
        const ids = Array.from({ length }, (_, index) => `K${index}`)
        const changes = ids.map((id, index): Change => {
          return { kind: 'merge', fromIds: [id], toId: ids[(index + 1) % length] ?? id }
        })
        expect(refusal(changes, [], treeOf(ids.map((id) => area(id))))).toBe('reorganisation.cyclic')
      }),
    )
  })

  test.each<[string, Change[], NewUnit[]]>([
    ['reorganisation.unit-not-found', [{ kind: 'merge', fromIds: ['X'], toId: 'B' }], []],
    ['reorganisation.twice-on-one-day', [merge, { kind: 'rename', areaId: 'A', name: 'Xã Z' }], [unit('N')]],
    [
      'reorganisation.twice-on-one-day',
      [
        { kind: 'transfer', fromId: 'A', toId: 'B', villageIds: [], childIds: [] },
        { kind: 'transfer', fromId: 'B', toId: 'C', villageIds: [], childIds: [] },
      ],
      [],
    ],
    ['reorganisation.wrong-level', [{ kind: 'merge', fromIds: ['A'], toId: 'P' }], []],
    ['reorganisation.wrong-level', [merge], [unit('N', { parentId: 'C' })]],
    ['reorganisation.wrong-level', [{ kind: 'new-village', id: 'V', parentId: 'P', name: 'Thôn V' }], []],
    ['reorganisation.code-needed', [merge], [unit('N', { code: null })]],
    [
      'reorganisation.code-taken',
      [{ kind: 'split', fromId: 'A', parts: [] }],
      [unit('N', { code: '1' }), unit('M', { code: '1' })],
    ],
    [
      'reorganisation.unit-used-twice',
      [
        {
          kind: 'split',
          fromId: 'A',
          parts: [
            { toId: 'N', villageIds: ['A1'], childIds: [] },
            { toId: 'M', villageIds: ['A1'], childIds: [] },
          ],
        },
      ],
      [unit('N'), unit('M')],
    ],
    [
      'reorganisation.target-not-existing',
      [{ kind: 'merge', fromIds: ['A'], toId: 'N' }],
      [unit('N', { parentId: 'Q' })],
    ],
  ])('%s', (code, changes, newUnits) => {
    const known = treeOf(
      [area('A'), area('B'), area('C'), area('Q', { kind: 'province', validTo: '2025-06-30' })],
      {
        A: [village('A1', 'A')],
      },
    )
    expect(refusal(changes, newUnits, known)).toBe(code)
  })

  test('parents are made before the units below them, and made units are not asked for', () => {
    const units = [unit('V', { kind: 'village', parentId: 'N' }), unit('N'), unit('T', { kind: 'province' })]
    expect(inOrderOfMaking(units).map(({ id }) => id)).toEqual(['T', 'N', 'V'])
    expect(namedIdsOf({ newUnits: units, changes: [{ kind: 'merge', fromIds: ['A'], toId: 'N' }] })).toEqual([
      'P',
      'A',
    ])
  })
})

describe('what it does', () => {
  test('a merger takes villages and everybody along', () => {
    const effects = effectsOf(
      { newUnits: [unit('N')], changes: [{ kind: 'merge', fromIds: ['A', 'B'], toId: 'N' }] },
      tree,
    )
    expect(effects.endIds).toEqual(['A', 'B'])
    expect(effects.moves.map(({ id }) => id)).toEqual(['A1', 'A2', 'B1'])
    expect(effects.links.every(({ extent }) => extent === 'whole')).toBe(true)
    expect(effects.rules.every(({ toCommuneId }) => toCommuneId === 'N')).toBe(true)
  })

  test('a division leaves nobody behind: what is given to no part waits', () => {
    const parts = [
      { toId: 'N', villageIds: ['A1'], childIds: ['c'] },
      { toId: 'M', villageIds: [], childIds: [] },
    ]
    const { rules, holdings, moves, children } = effectsOf(
      { newUnits: [unit('N'), unit('M')], changes: [{ kind: 'split', fromId: 'A', parts }] },
      tree,
    )
    expect(holdings).toEqual([{ fromId: 'A', parentId: 'P' }])
    expect(moves).toEqual([
      { id: 'A1', toParentId: 'N' },
      { id: 'A2', toParentId: holdingOf('A') },
    ])
    expect(rules.find(({ fromVillageId }) => fromVillageId === null)?.toCommuneId).toBe(holdingOf('A'))
    expect(children).toEqual([{ childId: 'c', fromCommuneId: 'A', toCommuneId: 'N' }])
    expect(holdingName('Xã A')).toBe('Chờ xếp (Xã A cũ)')
  })

  test('communes of a province that is merged stay themselves', () => {
    const known = treeOf([area('R', { kind: 'province', parentId: 'VN' })], {
      P: [area('A')],
      A: [village('A1', 'A')],
    })
    const { moves, rules } = effectsOf(
      { newUnits: [], changes: [{ kind: 'merge', fromIds: ['P'], toId: 'R' }] },
      known,
    )
    expect(moves).toEqual([{ id: 'A', toParentId: 'R' }])
    expect(rules.every(({ fromCommuneId, toCommuneId }) => fromCommuneId === toCommuneId)).toBe(true)
  })
})

describe('old figures on units of today', () => {
  const old = (id: string, due: number, got: number) => ({
    id,
    name: `Xã ${id}`,
    figures: [{ key: 'all', due, got }],
  })

  test('are a sum when every part came whole', () => {
    const links = [
      { extent: 'whole' as const, old: old('A', 10, 4) },
      { extent: 'whole' as const, old: old('B', 5, 5) },
    ]
    expect(todaysFigures(links)).toEqual({ ok: true, figures: [{ key: 'all', due: 15, got: 9 }] })
  })

  test('are refused by name when only a part came, or when a unit has none', () => {
    const whole = { extent: 'whole' as const, old: old('A', 10, 4) }
    expect(todaysFigures([whole, { extent: 'part', old: old('B', 5, 5) }])).toEqual({
      ...{ ok: false, reason: 'not-whole', part: 'Xã B' },
    })
    expect(
      todaysFigures([whole, { extent: 'whole', old: { ...old('B', 0, 0), figures: undefined } }]),
    ).toEqual({
      ...{ ok: false, reason: 'wider', part: 'Xã B' },
    })
  })

  test('never say more than there was', () => {
    const figure = fc.record({ key: fc.constantFrom('all', 'health'), due: fc.nat(99), got: fc.nat(99) })
    fc.assert(
      fc.property(fc.array(figure), (figures) => {
        const total = figures.reduce((sum, { due }) => sum + due, 0)
        expect(sumOf(figures).reduce((sum, { due }) => sum + due, 0)).toBe(total)
      }),
    )
  })
})
