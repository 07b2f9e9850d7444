import { expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'

function planWith(body: string): string {
  return `ỦY BAN NHÂN DÂN
XÃ ĐĂK PÉK
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/KH-UBND
Đăk Pék, ngày 20 tháng 01 năm 2026
KẾ HOẠCH
Công tác trẻ em năm 2026
I. MỤC TIÊU
- Phấn đấu 85% trẻ em đến 8 tuổi được tiếp cận dịch vụ.
${body}
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
A Lưng`
}

const cases = [
  'Các thôn báo cáo UBND xã trước ngày 15/6 đối với báo cáo 6 tháng, trước ngày 30/11 đối với báo cáo năm.',
  'Các thôn định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 30/11) báo cáo UBND xã.',
]

test.each(cases)('each report has its own date: %s', (sentence) => {
  const { reporting } = readPlan(planWith(`II. CHẾ ĐỘ BÁO CÁO\n${sentence}`))
  expect(reporting).toMatchObject([
    { cycle: '6-months', to: 'UBND xã', due: 'before:06-15' },
    { cycle: 'year', to: 'UBND xã', due: 'before:11-30' },
  ])
})

test('a row of a table that says "(giảm …)" is a reduction', () => {
  const table = `2. Các chỉ tiêu
| TT | Chỉ tiêu | Đơn vị | Năm 2026 |
|---|---|---|---|
| 1 | Số trẻ em tử vong do đuối nước (giảm so với năm trước) | % | 10 |`
  expect(readPlan(planWith(table)).targets).toContainEqual(
    expect.objectContaining({ comparator: 'reduce', value: 10, unit: '%', year: 2026 }),
  )
})
