import { addDays, type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { fold } from '#base/text.ts'
import { chanceFrom } from '#apps/sample/random.ts'
import { type BenchChild, type BenchCommune, makeChild } from './data.ts'
import type { Shot } from './load.ts'

export type Work = { name: string; title: string; floor: number; aim: number; next: () => Shot }

export type Known = { children: readonly BenchChild[]; communes: readonly BenchCommune[]; today: Day }

/** W1 to W4. The shots go on where they stopped, so that nothing is written twice by either server. */
export function makeWorks(known: Known): Work[] {
  return [
    {
      name: 'W1',
      title: 'register a child with carer',
      floor: 0.45,
      aim: 0.7,
      next: registering(known),
    },
    {
      name: 'W2',
      title: 'read a child with full history, read audited',
      floor: 0.3,
      aim: 0.6,
      next: reading(known),
    },
    {
      name: 'W3',
      title: 'name search in a commune, with or without marks',
      floor: 0.5,
      aim: 0.9,
      next: searching(known),
    },
    { name: 'W4', title: 'record a service', floor: 0.4, aim: 1, next: recording(known) },
  ]
}

/** New children, each unlike the others. */
export function registering({ communes, today }: Known, seed = 1): () => Shot {
  const chance = chanceFrom(seed)
  let made = 0
  return () => {
    const { areaLft: _, carer, ...child } = makeChild(chance, communes, today)
    made += 1
    // A fourth part keeps invented children from looking like each other to the duplicate check.
    const fullName = `${child.fullName} ${lettersOf(made)}`
    const body = {
      ...child,
      fullName,
      householdCode: null,
      address: null,
      disabled: false,
      specialCircumstance: false,
      education: 'none',
      personalId: null,
      carers: [{ ...carer, fullName: `${carer.fullName} ${lettersOf(made * 7)}` }],
    }
    return { method: 'POST', path: '/api/children', body }
  }
}

function lettersOf(number: number): string {
  const letters = [...String(number)].map((digit) => 'abcdeghklm'.charAt(Number(digit))).join('')
  return `Q${letters}`
}

/** The child and its services in turn: together they are the child's page. */
function reading({ children }: Known): () => Shot {
  const chance = chanceFrom(2)
  let turn = 0
  let child = children[0]
  return () => {
    turn += 1
    if (turn % 2 === 1) child = children[chance.between(0, children.length - 1)]
    return { method: 'GET', path: `/api/children/${child?.id}${turn % 2 === 1 ? '' : '/services'}` }
  }
}

function searching({ children }: Known): () => Shot {
  const chance = chanceFrom(3)
  return () => {
    const child = children[chance.between(0, children.length - 1)]
    const [first = '', ...rest] = (child?.fullName ?? '').split(' ')
    const given = rest.at(-1) ?? ''
    const written = `${given} ${first}`
    const text = chance.happens(0.5) ? written : fold(written)
    return {
      method: 'POST',
      path: '/api/children/search',
      body: { text, communeId: child?.communeId, limit: 50 },
    }
  }
}

function recording({ children, today }: Known): () => Shot {
  let made = 0
  return () => {
    const child = children[made % children.length]
    const doneOn = addDays(today, -Math.floor(made / children.length))
    made += 1
    return {
      method: 'POST',
      path: '/api/services/records',
      body: { id: newId(), childId: child?.id, itemCode: 'PAR-HOME', dose: null, doneOn },
    }
  }
}
