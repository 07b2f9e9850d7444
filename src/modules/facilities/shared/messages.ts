import { defineMessages } from '#base/messages.ts'
import { facilitiesEn } from './messages.en.ts'
import { facilitiesVi } from './messages.vi.ts'

export const facilitiesMessages = defineMessages({ vi: facilitiesVi, en: facilitiesEn })
