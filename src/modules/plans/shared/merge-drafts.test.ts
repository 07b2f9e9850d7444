import { expect, test } from 'vitest'
import { blankContent } from './derive.ts'
import type { DraftContent } from './drafting.ts'
import { mergeDrafts } from './merge-drafts.ts'

const about = {
  area: { kind: 'commune', name: 'Xã Đăk Hà' },
  above: undefined,
  period: { from: 2026, to: 2026 },
}
const base = blankContent(about)
const change = (reading: Partial<DraftContent['reading']>): DraftContent => ({
  ...base,
  reading: { ...base.reading, ...reading },
})
const target = {
  ...{
    text: 'x',
    measure: 'trẻ',
    comparator: 'ge' as const,
    value: 90,
    valueTo: null,
    unit: '%',
    year: 2026,
  },
  ...{ numerator: null, denominator: null, section: null },
}
const withTarget: DraftContent = {
  ...change({ targets: [target] }),
  links: [{ way: 'open', indicatorCode: null }],
  targetOrigins: [null],
}

test('parts that different hands changed come together, lists with what belongs to them', () => {
  const { content, clashes } = mergeDrafts(base, withTarget, change({ scope: '9/9 thôn' }))
  expect(clashes).toEqual([])
  expect(content.reading).toMatchObject({ scope: '9/9 thôn', targets: [target] })
  expect([content.links, content.targetOrigins]).toEqual([withTarget.links, [null]])
})

test('what both changed stays mine and is named; the same change is no clash', () => {
  const theirs = change({ title: 'Kế hoạch của họ', funding: ['một'] })
  const mine = change({ title: 'Kế hoạch của tôi', funding: ['một'] })
  const { content, clashes } = mergeDrafts(base, theirs, mine)
  expect([content.reading.title, clashes]).toEqual(['Kế hoạch của tôi', ['heading']])
})

test('what nobody changed here is theirs as it is', () => {
  expect(mergeDrafts(base, withTarget, base)).toEqual({ content: withTarget, clashes: [] })
})
