import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { fold, words } from '#base/text.ts'
import { everywhere, type Range } from '#platform/db/types.ts'
import { testDatabase } from '#test/database.ts'
import { places } from '#test/people.ts'
import { plantedRegister } from '#test/planted-duplicates.ts'
import { readSearchText } from '../shared/search-text.ts'
import { toNewChild } from './new-child.ts'
import { insertChildren, type NewChild } from './queries-children.ts'
import type { ListFilter } from './queries-conditions.ts'
import { type Counted, countWalked, type ListPlace, walkNames } from './queries-names.ts'
import { listChildren } from './queries-search.ts'

const database = await testDatabase()
const made = plantedRegister({ children: 400, pairs: 0, communes: 2, seed: 4 })

const facts = { ethnicCode: null, householdCode: null, address: null, poverty: null, education: null }
const flags = { unnamed: false, disabled: false, specialCircumstance: false }
const communes = [places.dakHa, places.dakTo]
const register: NewChild[] = []
const ranges = new Map<string, Range>()

/** 400 children of invented names in two communes of one province, each with its mother. */
beforeAll(async () => {
  const { rows } = await database.owner.query<Range & { id: string }>(
    'select id, lft, rgt from areas where id = any ($1)',
    [[...communes, places.quangNgai]],
  )
  for (const { id, lft, rgt } of rows) ranges.set(id, { lft, rgt })
  for (const [index, { fullName, mother, bornOn, sex }] of made.children.entries()) {
    const communeId = communes[index % 2] ?? places.dakHa
    const { lft } = ranges.get(communeId) ?? everywhere
    const carers = mother ? [{ id: newId(), fullName: mother, relation: 'mother' as const, phone: null }] : []
    const child = {
      ...facts,
      ...flags,
      id: newId(),
      communeId,
      villageId: null,
      fullName,
      bornOn,
      sex,
      carers,
    }
    register.push(toNewChild(child, { communeId, communeLft: lft, villageId: null, areaLft: lft }))
  }
  await database.write((tx) => insertChildren(tx, register))
})

function filterOf(text: string): ListFilter {
  const known = { bornFrom: undefined, bornTo: undefined, today: '2026-06-15' as const }
  return { ...known, text: readSearchText(text), withLeft: false, withTotal: false }
}

/** What people type, made of one child and its mother: whole names, parts in another order, one or two letters. */
function textsOf({ fullName, carers }: NewChild): string[] {
  const own = words(fullName)
  const mothers = words(carers[0]?.fullName ?? '')
  const [family = '', given = ''] = [own[0], own.at(-1)]
  return [
    fullName,
    `${given} ${family}`,
    given.slice(0, 2),
    `${given.slice(0, 1)} ${family.slice(0, 1)}`,
    `${mothers.at(-1) ?? given} ${family}`,
    `${family} thi`,
    `${mothers.join(' ')} ${given}`,
  ]
}

/** The list as the rules say it, found by looking at every child. */
function expectedIds(text: string, within: Range): string[] {
  const parts = words(text)
  const holds = (own: boolean) => (child: NewChild) => {
    const all = own ? child.tokens : [...child.tokens, ...child.carerTokens]
    return parts.every((part) => all.some((token) => token.startsWith(part)))
  }
  const key = (child: NewChild) => `${holds(true)(child) ? 0 : 1}${child.nameSort}\n${child.id}`
  const found = register
    .filter(({ areaLft }) => areaLft >= within.lft && areaLft <= within.rgt)
    .filter(holds(false))
  return found.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ id }) => id)
}

async function walked(text: string, { limit, most }: { limit: number; most?: number }) {
  const range = ranges.get(places.quangNgai)
  const ids: string[] = []
  let short = 0
  let after: ListPlace | undefined
  do {
    const asked = { after, limit, ...(most ? { most } : {}) }
    const page = await database.read((db) => walkNames(db, filterOf(text), asked), range)
    ids.push(...page.found)
    if (page.next && page.found.length < limit) short += 1
    after = page.next ?? undefined
  } while (after)
  return { ids, short }
}

const searches = () => register.filter((_, index) => index % 100 === 0).flatMap(textsOf)

describe('a search by name', () => {
  test('over a province gives, page by page, the children that looking at every one gives', async () => {
    const range = ranges.get(places.quangNgai) ?? everywhere
    for (const text of searches()) {
      const expected = expectedIds(text, range)
      expect((await walked(text, { limit: 40 })).ids, text).toEqual(expected)
      const count = (bounds: { upTo: number; most?: number }) =>
        database.read((db) => countWalked(db, filterOf(text), bounds), range)
      expect(await count({ upTo: 10_000 }), text).toEqual({ count: expected.length, isLeast: false })
      const bounded = [await count({ upTo: 10 }), await count({ upTo: 10_000, most: 30 })]
      const isTrue = (told: Counted) =>
        told.isLeast ? told.count <= expected.length : told.count === expected.length
      expect(bounded.filter(isTrue), text).toEqual(bounded)
      expect(bounded[0]?.isLeast || expected.length <= 10, text).toBe(true)
    }
  })

  test('that is broken off goes on where it stopped: pages are short, and nobody is left out', async () => {
    const range = ranges.get(places.quangNgai) ?? everywhere
    let short = 0
    for (const text of searches()) {
      const stepwise = await walked(text, { limit: 12, most: 30 })
      expect(stepwise.ids, text).toEqual(expectedIds(text, range))
      short += stepwise.short
    }
    expect(short).toBeGreaterThan(5)
  })

  test('within a commune gives its children alone', async () => {
    const range = ranges.get(places.dakTo) ?? everywhere
    for (const text of searches()) {
      const filter = { ...filterOf(text), communeId: places.dakTo }
      const { children } = await database.read((db) =>
        listChildren(db, filter, { after: undefined, limit: 600 }),
      )
      expect(
        children.map(({ id }) => id),
        text,
      ).toEqual(expectedIds(fold(text), range))
    }
  })
})
