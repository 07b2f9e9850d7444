import { describe, expect, test } from 'vitest'
import { foundNow, foundThen, readWeb, type ReadWeb } from './units-then.ts'

/** `old` ended on 30/06/2025; `new` began the day after; a link `A>B` is whole, `A~B` is not. */
function web(old: string, now: string, links: string, day = '2025-06-30'): ReadWeb {
  const names = (text: string) => text.split(' ').filter((name) => name !== '')
  const ended = names(old).map((id) => ({
    id,
    name: `Xã ${id}`,
    validFrom: '2004-07-08',
    validTo: '2025-06-30',
  }))
  const present = names(now).map((id) => {
    const validFrom = id === id.toLowerCase() ? '2004-07-08' : '2025-07-01'
    return { id, name: `Xã ${id}`, validFrom, validTo: null }
  })
  return readWeb({
    day,
    communes: new Map([...ended, ...present].map((commune) => [commune.id, commune])),
    links: names(links).map((link) => {
      const [fromId = '', toId = ''] = link.split(/[>~]/)
      return { fromId, toId, onDate: '2025-07-01', isWhole: link.includes('>') }
    }),
    strays: [],
  })
}

describe('figures of an earlier day on a unit of today', () => {
  test('are the sum of units that came whole', () => {
    expect(foundNow(web('A B', 'N', 'A>N B>N'), ['N'])).toEqual({
      ok: true,
      communeIds: ['N'],
      byVillageIds: [],
    })
  })

  test('are refused where a unit was divided, and say which', () => {
    const divided = web('A B', 'N M', 'A~N A~M B>N')
    expect(foundNow(divided, ['N'])).toEqual({ ok: false, reason: 'part', units: ['Xã A'] })
    // The place above holds both ends: nothing is lost.
    expect(foundNow(divided, ['N', 'M'])).toMatchObject({ ok: true })
  })

  test('are refused where the list names one part and not the rest', () => {
    expect(foundNow(web('A', 'N', 'A~N'), ['N'])).toMatchObject({ ok: false, reason: 'part' })
  })

  test('of a unit that stayed and took a part of another are refused; on a later day they are not', () => {
    const took = (day: string) => web('', 'a b', 'a~b', day)
    expect(foundNow(took('2025-06-30'), ['b'])).toEqual({ ok: false, reason: 'part', units: ['Xã a'] })
    expect(foundNow(took('2025-06-30'), ['a'])).toEqual({ ok: false, reason: 'part', units: ['Xã a'] })
    expect(foundNow(took('2025-07-01'), ['b'])).toMatchObject({ ok: true, communeIds: ['b'] })
  })
})

describe('figures of a unit of an earlier day', () => {
  test('are those of its only successor', () => {
    expect(foundThen(web('A', 'N', 'A>N'), ['A'])).toEqual({ ok: true, communeIds: ['N'], byVillageIds: [] })
  })

  test('are told apart by villages where others joined', () => {
    expect(foundThen(web('A B', 'N', 'A>N B>N'), ['A'])).toEqual({
      ok: true,
      communeIds: [],
      byVillageIds: ['N'],
    })
    expect(foundThen(web('A B', 'N', 'A>N B>N'), ['A', 'B'])).toMatchObject({ communeIds: ['N'] })
  })

  test('are the sum of its parts where these took nothing else', () => {
    expect(foundThen(web('A', 'N M', 'A~N A~M'), ['A'])).toEqual({
      ok: true,
      communeIds: ['N', 'M'],
      byVillageIds: [],
    })
  })

  test('are refused while children of a divided unit wait for their place', () => {
    const divided = web('A', 'N M W', 'A~N A~M')
    expect(foundThen({ ...divided, strays: ['W'] }, ['A'])).toEqual({
      ok: false,
      reason: 'unplaced',
      units: ['Xã W'],
    })
  })

  test('are refused where a part of it joined others', () => {
    const divided = web('A B', 'N M', 'A~N A~M B>N')
    expect(foundThen(divided, ['A'])).toEqual({ ok: false, reason: 'part', units: ['Xã A'] })
    expect(foundThen(divided, ['B'])).toEqual({ ok: false, reason: 'part', units: ['Xã A'] })
  })

  test('follow several steps', () => {
    const communes = web('A B', 'n', '').communes
    const links = [
      { fromId: 'A', toId: 'B', onDate: '2024-01-01', isWhole: true },
      { fromId: 'B', toId: 'n', onDate: '2025-07-01', isWhole: true },
    ]
    const early = new Map(
      [...communes].map(([id, one]) => [
        id,
        id === 'A' ? { ...one, validTo: '2023-12-31' } : { ...one, validFrom: '2024-01-01' },
      ]),
    )
    expect(
      foundThen(readWeb({ day: '2023-06-30', communes: early, links, strays: [] }), ['A']),
    ).toMatchObject({ communeIds: ['n'] })
  })

  test('are not known where no list says what became of it', () => {
    expect(foundThen(web('A', 'N', ''), ['A'])).toEqual({ ok: false, reason: 'unknown', units: ['Xã A'] })
  })
})
