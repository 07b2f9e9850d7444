import { describe, expect, test } from 'vitest'
import { ageOn, type Day } from '#base/day.ts'
import { child, done, pkg } from '#test/service-package.ts'
import type { ServiceRecord } from './contract.ts'
import { checkRecord } from './record-check.ts'

describe('what may be recorded', () => {
  const facts = child()
  const check = (
    code: string,
    doneOn: Day,
    more: { dose?: number; records?: ServiceRecord[]; irregular?: boolean } = {},
  ) =>
    checkRecord(
      {
        item: pkg.items.find((one) => one.code === code),
        child: facts,
        records: more.records ?? [],
        today: '2026-11-22',
        irregular: more.irregular ?? false,
      },
      {
        id: '01900000-0000-7000-8000-0000000000ff',
        itemCode: code,
        dose: more.dose ?? null,
        doneOn,
        answer: 'done',
      },
    )
  const first = [done('IMM-PENTA', '2024-05-15', 1)]
  test.each([
    ['unknown item', check('NO-SUCH', '2024-05-01'), 'services.unknown-item'],
    ['for pregnant women', check('ANC-1', '2024-05-01'), 'services.not-for-children'],
    ['before birth', check('PLAY', '2024-03-14'), 'services.before-birth'],
    ['in the future', check('PLAY', '2026-11-23'), 'services.in-future'],
    ['dose missing', check('IMM-PENTA', '2024-05-15'), 'services.dose-needed'],
    ['dose unknown', check('IMM-PENTA', '2024-05-15', { dose: 4 }), 'services.dose-unknown'],
    ['dose of a service without doses', check('PLAY', '2024-05-15', { dose: 1 }), 'services.dose-unknown'],
    ['dose twice', check('IMM-PENTA', '2024-07-15', { dose: 1, records: first }), 'services.done-before'],
    [
      'too soon after the dose before',
      check('IMM-PENTA', '2024-06-11', { dose: 2, records: first }),
      'services.dose-gap',
    ],
    ['without the dose before', check('IMM-PENTA', '2024-06-20', { dose: 2 }), 'services.dose-order'],
    ['too young', check('IMM-PENTA', '2024-05-01', { dose: 1 }), 'services.dose-early'],
    [
      'same day twice',
      check('GRO-0-23', '2024-05-01', { records: [done('GRO-0-23', '2024-05-01')] }),
      'services.same-day',
    ],
  ])('%s is refused', (_, result, reason) => {
    expect(result).toMatchObject({ ok: false, reason })
  })
  test('a dose given too soon is taken with a mark when a person says so', () => {
    expect(check('IMM-PENTA', '2024-06-11', { dose: 2, records: first, irregular: true })).toEqual({
      ok: true,
      irregular: true,
    })
  })
  test('a right dose is taken without a mark', () => {
    expect(ageOn(facts.bornOn, '2024-06-14').days).toBe(91)
    expect(check('IMM-PENTA', '2024-06-14', { dose: 2, records: first })).toEqual({
      ok: true,
      irregular: false,
    })
  })
})
