import { describe, expect, test } from 'vitest'
import {
  difficultySentences,
  eventSentences,
  issuedSentences,
  meetingSentences,
  taskSentences,
} from './noted.ts'

describe('facts of other registers as sentences', () => {
  test('nothing recorded is nothing said', () => {
    expect([issuedSentences([]), eventSentences([]), taskSentences(0), difficultySentences([])]).toEqual([
      ...[[], [], [], []],
    ])
  })

  test('documents by kind, number and day; of many the first eight', () => {
    const plan = { kind: 'plan', number: '4/KH-UBND', issuedOn: '2026-01-28' } as const
    expect(issuedSentences([plan])).toEqual([
      'Trong kỳ đã ban hành 1 văn bản: Kế hoạch số 4/KH-UBND ngày 28/01/2026.',
    ])
    const [many] = issuedSentences(Array.from({ length: 10 }, () => plan))
    expect(many).toMatch(/^Trong kỳ đã ban hành 10 văn bản: (.+; ){8}và 2 mục khác\.$/)
  })

  test('boards with how often they met, events with their days, difficulties with their answers', () => {
    const decision = '12/QĐ-UBND'
    expect(meetingSentences([{ name: 'Ban chỉ đạo', decision, meetings: 3 }])).toEqual([
      'Ban chỉ đạo (Quyết định số 12/QĐ-UBND) họp 3 phiên trong kỳ.',
    ])
    const day = { from: '2026-06-01', to: '2026-06-01' }
    expect(eventSentences([{ title: 'Phát động Tháng hành động', ...day }])).toEqual([
      'Trong kỳ đã tổ chức 1 hoạt động theo lịch công tác: Phát động Tháng hành động (ngày 01/06/2026).',
    ])
    const sent = [
      { title: 'Thiếu cộng tác viên', isAnswered: true },
      { title: 'Thiếu cân', isAnswered: false },
    ]
    expect(difficultySentences(sent)).toEqual([
      'Đã gửi cấp trên 2 khó khăn, vướng mắc, được trả lời 1: Thiếu cộng tác viên; Thiếu cân.',
    ])
  })
})
