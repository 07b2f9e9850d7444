import { z } from 'zod'
import { command, query, type Route } from '#platform/http/route.ts'
import { MailChoice, MailState, Reminders, SentLetter } from '../shared/reminders.ts'
import { chooseMail, lettersOf, mailStateOf, remindersOf } from './reminders.ts'

export const reminderRoutes: Route[] = [
  query({
    url: '/reminders',
    needs: 'signed-in',
    reply: Reminders,
    handle: (context) => remindersOf(context),
  }),
  query({
    url: '/reminders/mail',
    needs: 'signed-in',
    reply: MailState,
    handle: (context) => mailStateOf(context),
  }),
  command('PUT', {
    url: '/reminders/mail',
    needs: 'signed-in',
    body: MailChoice,
    reply: MailState,
    handle: (context, { body }) => chooseMail(context, body),
  }),
  query({
    url: '/reminders/letters',
    needs: 'accounts.manage',
    reply: z.array(SentLetter),
    handle: (context) => lettersOf(context),
  }),
]
