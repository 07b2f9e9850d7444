import { expect, test } from 'vitest'
import { protectionFacts, type ReportedCase } from './protection-cases.ts'

const told = (more: Partial<ReportedCase>): ReportedCase => ({
  ...{ kind: 'violence', inDanger: false, harmedBy: 'peer', source: 'school' },
  ...{ learnedAt: '2026-06-01T20:00:00+07:00', measureAt: null },
  ...more,
})

test('no urgent report says nothing: that there was no case is not known', () => {
  expect(protectionFacts([])).toEqual({})
})

test('cases by who told of them, emergencies and those with a measure within 12 hours', () => {
  const facts = protectionFacts([
    told({ source: 'hotline-111' }),
    told({ source: 'police', harmedBy: 'parent', measureAt: '2026-06-02T08:00:00+07:00' }),
    told({ source: 'collaborator', harmedBy: 'carer', measureAt: '2026-06-02T08:01:00+07:00' }),
    told({ source: 'station', inDanger: true }),
    told({ source: 'hospital' }),
  ])
  expect(facts).toEqual({
    ...{ 'cases.received': 5, 'cases.by-111': 1, 'cases.by-police': 1, 'cases.by-commune': 2 },
    ...{ 'cases.by-other': 1, 'cases.emergencies': 3, 'cases.emergencies-in-time': 1 },
  })
})
