import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { AddContact, Directory } from '../shared/contract.ts'
import { facilitiesProblem } from '../shared/problems.ts'
import { getPlace, getPlaceOfToday, rangeOf } from './place.ts'
import * as store from './queries-contacts.ts'

/** The unit's numbers, then those of the units above it; removed ones are left out. */
export async function directoryOf({ actor, db }: Reading, areaId: string | undefined): Promise<Directory> {
  return { contacts: await store.listContacts(db, await rangeOf(db, actor, areaId)) }
}

/** Sent twice it is stored once. */
export async function addContact({ actor, tx, clock }: Writing, input: AddContact): Promise<Directory> {
  const area = await getPlaceOfToday(tx, actor, { areaId: input.areaId, today: clock.today() })
  const earlier = await store.findContact(tx, input.id)
  if (earlier && (earlier.areaId !== area.id || earlier.phone !== input.phone))
    throw facilitiesProblem('facilities.id-used')
  if (!earlier) {
    await store.insertContact(tx, { ...input, areaLft: area.lft }, actor.accountId)
    await audit(tx, actor, 'facilities.contact-added', input.id, { after: input })
  }
  return { contacts: await store.listContacts(tx, area) }
}

/** Taking a number off twice is taking it off once. */
export async function removeContact({ actor, tx, clock }: Writing, contactId: string): Promise<Directory> {
  const contact = await store.findContact(tx, contactId)
  // A number of a place above is seen, but is not this person's to change.
  if (!contact || contact.areaLft < actor.area.lft) throw facilitiesProblem('facilities.contact-not-found')
  if (contact.removedAt === null) {
    await store.setContactRemoved(tx, contactId, clock.now())
    await audit(tx, actor, 'facilities.contact-removed', contactId, { before: contact })
  }
  return { contacts: await store.listContacts(tx, await getPlace(tx, actor, contact.areaId)) }
}
