import { defineMessages } from '#base/messages.ts'
import { organisationsEn } from './messages.en.ts'
import { organisationsVi } from './messages.vi.ts'

export const organisationsMessages = defineMessages({ vi: organisationsVi, en: organisationsEn })
