import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { PregnancyState } from '#modules/children/shared/contract-pregnancies.ts'
import { Answer, BothLanguages, ChildService } from './contract.ts'
import { StoredRecord } from './requests.ts'

const Note = z.string().trim().max(500)
const ItemCode = z.string().max(20)

/** One service of a woman who expects a child. The id is made on the device: sent twice, it is stored once. */
export const RecordCare = z.object({
  id: Id,
  pregnancyId: Id,
  itemCode: ItemCode,
  doneOn: Day,
  answer: Answer.default('done'),
  note: Note.nullable().default(null),
})
export type RecordCare = z.infer<typeof RecordCare>

/** A record as it is shown; undone ones stay in sight. */
export const StoredCare = StoredRecord.omit({ childId: true, dose: true, irregular: true }).extend({
  pregnancyId: Id,
})
export type StoredCare = z.infer<typeof StoredCare>

/** An antenatal session: one day, many women, of each whatever she was given. */
export const RecordCareSession = z.object({
  id: Id,
  doneOn: Day,
  entries: z
    .array(z.object({ recordId: Id, pregnancyId: Id, itemCode: ItemCode }))
    .min(1)
    .max(500),
})
export type RecordCareSession = z.infer<typeof RecordCareSession>

export const CareSessionReply = z.object({
  sessionId: Id,
  recorded: z.array(z.object({ recordId: Id, pregnancyId: Id, itemCode: ItemCode })),
  /** Not written, with a code of the module's problems and the text beside it. */
  refused: z.array(z.object({ pregnancyId: Id, itemCode: ItemCode, code: z.string(), text: z.string() })),
})
export type CareSessionReply = z.infer<typeof CareSessionReply>

/** `overdue`: what is late; `open`: what is due as well; `coming`: and what begins within 60 days. */
export const FindDueWomen = z.object({
  communeId: Id.optional(),
  villageId: Id.optional(),
  /** Where she goes for antenatal care. */
  facilityId: Id.optional(),
  itemCode: ItemCode.optional(),
  state: z.enum(['overdue', 'open', 'coming']).default('open'),
})
export type FindDueWomen = z.infer<typeof FindDueWomen>

export const DueWoman = z.object({
  pregnancyId: Id,
  motherName: z.string(),
  motherPhone: z.string().nullable(),
  areaName: z.string(),
  facilityName: z.string().nullable(),
  expectedOn: Day,
  /** Completed weeks; null when the birth is more than four weeks late, and nobody wrote it down. */
  week: z.int().nullable(),
  services: z.array(ChildService),
})
export type DueWoman = z.infer<typeof DueWoman>

export const DueWomenFound = z.object({
  today: Day,
  /** The earliest deadline first. */
  women: z.array(DueWoman),
  overdue: z.int(),
  /** There are more pregnancies in the place than one list looks at. */
  more: z.boolean(),
})
export type DueWomenFound = z.infer<typeof DueWomenFound>

/** What a woman was given and is owed, for the page of the pregnancy. */
export const CareOfPregnancy = z.object({
  today: Day,
  state: PregnancyState,
  packageVersion: z.string(),
  items: z.array(z.object({ code: z.string(), name: BothLanguages, source: z.string() })),
  services: z.array(ChildService),
  /** Newest first, undone ones too. */
  records: z.array(StoredCare),
})
export type CareOfPregnancy = z.infer<typeof CareOfPregnancy>

/** How the mother of a child was cared for before its birth. */
export const CareBeforeBirth = z.object({
  childId: Id,
  records: z.array(
    StoredCare.pick({ id: true, doneOn: true, answer: true, note: true, recordedByName: true }).extend({
      name: BothLanguages,
      /** Weeks of pregnancy; null where the pregnancy is kept in a place the reader does not see. */
      week: z.int().nullable(),
    }),
  ),
})
export type CareBeforeBirth = z.infer<typeof CareBeforeBirth>
