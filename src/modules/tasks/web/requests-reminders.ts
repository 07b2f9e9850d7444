import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import { type MailChoice, MailState, Reminders, SentLetter } from '../shared/reminders.ts'

/** Asked on every page for the mark in the menu: once in five minutes is enough. */
export const remindersQuery = queryOptions({
  queryKey: ['tasks', 'reminders'],
  queryFn: () => api.get('/reminders', Reminders),
  staleTime: 300_000,
})

export const mailQuery = queryOptions({
  queryKey: ['tasks', 'mail'],
  queryFn: () => api.get('/reminders/mail', MailState),
})

export const lettersQuery = queryOptions({
  queryKey: ['tasks', 'letters'],
  queryFn: () => api.get('/reminders/letters', z.array(SentLetter)),
})

export const chooseMail = (choice: MailChoice) => api.send('PUT', '/reminders/mail', choice, MailState)
