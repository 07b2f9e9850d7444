import { newId } from '#base/id.ts'
import type { Report } from '#modules/reports/shared/contract.ts'
import type { Client, Reply } from './app.ts'

/** Steps of a report through the HTTP door, for tests of what comes after them. */
export const stepsOf = (reportId: string) => {
  const take = (person: Client, step: object) =>
    person.post(`/reports/${reportId}/steps`, { id: newId(), ...step })
  return {
    send: (person: Client) => take(person, { kind: 'send' }),
    accept: (person: Client) => take(person, { kind: 'accept' }),
    return: (person: Client, reason: string) => take(person, { kind: 'return', reason }),
    reopen: (person: Client, reason: string, parts: string[] | null = null) =>
      take(person, { kind: 'reopen', reason, parts }),
    sign: (person: Client, more: object = {}) => take(person, { kind: 'sign', ...signature, ...more }),
  }
}

export const signature = {
  documentNumber: '12',
  signedOn: '2026-06-15',
  signerName: 'A Thiên',
  signerTitle: 'Phó Chủ tịch',
}

/** Gives every warning of the report the same reason, as an officer does one by one. */
export async function explainAll(person: Client, { id }: Pick<Report, 'id'>): Promise<void> {
  const { body } = await person.get(`/reports/${id}/check`)
  for (const { key, level, seen } of body.findings)
    if (level === 'warning')
      await person.put(`/reports/${id}/reasons/${encodeURIComponent(key)}`, { seen, reason: 'Đã đối chiếu.' })
}

/** A refusal, as status and code. */
export const refusal = ({ status, body }: Reply): unknown[] => [status, body.code]
