import { z } from 'zod'
import { SendUrgent } from '../../shared/urgent.ts'

const Moment = z.string().nullable()

type Told = { to: string; at: string }

/** What the form gives, as the server takes it: the bodies that were told are one list there, two fields here. */
export const UrgentDraft = z
  .looseObject({ told111: Moment.optional(), toldPolice: Moment.optional() })
  .transform(({ told111, toldPolice, ...rest }) => {
    const told: Told[] = []
    if (told111) told.push({ to: 'hotline-111', at: told111 })
    if (toldPolice) told.push({ to: 'police', at: toldPolice })
    const { cause = null, diedOn = null, activity = null, harmedBy = null, inDanger = false } = rest
    return { ...rest, cause, diedOn, activity, harmedBy, inDanger: inDanger === true, told }
  })
  .pipe(SendUrgent)
