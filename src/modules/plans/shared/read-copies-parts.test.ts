import { describe, expect, test } from 'vitest'
import { heading, targetsOf } from './fixtures/invented-plan.ts'
import { readPlan } from './read-plan.ts'

/** Invented documents in the forms that law sites, schools, ministries and associations publish. */
describe('parts and bodies', () => {
  test('what was reached last year is no target, and each basis stands by itself', () => {
    const plan = readPlan(
      heading(`Căn cứ Kế hoạch số 8/KH-UBND ngày 05/01/2023 của UBND tỉnh về công tác trẻ em,
Theo đề nghị của Phòng Nghiệp vụ tại Tờ trình số 3/TTr-NV ngày 06/01/2023;
A. ĐÁNH GIÁ KẾT QUẢ NĂM 2022
- Tỷ lệ trẻ nhẹ cân: 12,5% (25/200 trẻ).
B. KẾ HOẠCH NĂM 2023
I. MỤC TIÊU
- Tỷ lệ trẻ nhẹ cân dưới 11%.`),
    )
    expect(plan.targets.map(({ value }) => value)).toEqual([11])
    expect(plan.bases.map(({ number, title }) => [number, title])).toEqual([
      ['8/KH-UBND', 'công tác trẻ em'],
      ['3/TTr-NV', null],
    ])
  })

  test('items marked "1-", bodies in the place of tasks, and money with its source', () => {
    const plan = readPlan(
      heading(`I- MỤC TIÊU
1- 90% trẻ từ 2 - 5 tuổi được cân 3 tháng/lần.
II- NHIỆM VỤ
1- Sở Giáo dục và Đào tạo
- Mở lớp bơi, hoàn thành trong tháng 6/2023.
2- Trung tâm Y tế khu vực
- Tập huấn sơ cứu.
III- KINH PHÍ
1- Ngân sách tỉnh: 120 triệu đồng.
IV- TỔ CHỨC THỰC HIỆN
1- UBND các xã: An Hòa, An Lạc và An Phú
- Báo cáo Trung tâm Y tế khu vực định kỳ quý trước ngày 10 tháng cuối quý, 6 tháng trước ngày 15/6.`),
    )
    expect(plan.targets[0]).toMatchObject({ value: 90, valueTo: null, section: 'I.1' })
    expect(plan.tasks.map(({ title, lead }) => [title, lead])).toEqual([
      ['Mở lớp bơi, hoàn thành trong tháng 6/2023', ['Sở Giáo dục và Đào tạo']],
      ['Tập huấn sơ cứu', ['Trung tâm Y tế khu vực']],
    ])
    expect(plan.funding).toEqual(['Ngân sách tỉnh: 120 triệu đồng.'])
    expect(plan.assignments.map(({ unit }) => unit)).toContain('UBND các xã: An Hòa, An Lạc và An Phú')
    expect(plan.reporting.map(({ cycle, due }) => [cycle, due])).toEqual([
      ['quarter', null],
      ['6-months', 'before:06-15'],
    ])
    expect(plan.deadlines.map(({ date, rule }) => date ?? rule)).toEqual(['2023-06-30', 'before:06-15'])
  })

  test('page numbers and running heads part no sentence', () => {
    const lines = [...Array(18).keys()].map(
      (at) => `- Việc thứ ${'abcdefghiklmnopqrs'.charAt(at)} trong thôn.`,
    )
    const whole = readPlan(
      heading(`I. NHIỆM VỤ\n1. Truyền thông\n${lines.join('\n')}\n2. Tập huấn cho cán bộ của các xã`),
    )
    const [one, two, rest] = [lines.slice(0, 8), lines.slice(8, 16), lines.slice(16)]
    const cut = readPlan(
      heading(
        `I. NHIỆM VỤ\n1. Truyền thông\n${one.join('\n')}\n\n2\nKế hoạch của Sở Y tế\n\n${two.join('\n')}\n\n3\nKế hoạch của Sở Y tế\n\n${rest.join('\n')}\n2. Tập huấn cho cán bộ của các xã`,
      ),
    )
    expect(cut.tasks).toEqual(whole.tasks)
  })

  test('the tasks of an annex table, and of a report on the year to come', () => {
    const plan = readPlan(
      heading(`I. MỤC TIÊU
- 90% trẻ được cân.
TM. BAN GIÁM ĐỐC
GIÁM ĐỐC
Vũ Thị Lan
PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
(Kèm theo Kế hoạch số 15/KH-SYT)
| TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian |
| 1 | Soạn quy chuẩn | Phòng Nghiệp vụ | Thanh tra Sở | Quý II/2023 |`),
    )
    expect(plan.tasks).toMatchObject([
      { title: 'Soạn quy chuẩn', lead: ['Phòng Nghiệp vụ'], coordinating: ['Thanh tra Sở'] },
    ])
    const report = readPlan(
      heading(`Phần I
KẾT QUẢ NĂM 2022
1. Nhiệm vụ đã làm: mở 5 lớp.
Phần II
PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023
I. Nhiệm vụ trọng tâm
1. Mở lớp bơi.`).replace('KẾ HOẠCH\nChăm', 'BÁO CÁO\nChăm'),
    )
    expect(report.tasks.map(({ title }) => title)).toEqual(['Mở lớp bơi'])
  })
})

describe('what stands between lines', () => {
  test('a drawn rule and "Thực hiện Kế hoạch số ..." both end the subject', () => {
    const lines = [...Array(14).keys()].map(
      (at) => `- Thôn ${String(at)} tổ chức ngày hội vệ sinh, trồng cây và vui chơi cho trẻ.`,
    )
    const text = heading(`–––––––––
Thực hiện Kế hoạch số 20/KH-UBND ngày 05/01/2023 của UBND tỉnh An Bình và Công văn số 31/BYT-BMTE ngày 06/01/2023 của Bộ Y tế, Sở Y tế lập Kế hoạch:
I. NHIỆM VỤ
${lines.join('\n')}`)
    const plan = readPlan(
      text.replace('năm 2023\n–', 'tại các xã miền núi, vùng cao và xã đảo của tỉnh năm 2023\n–'),
    )
    expect(plan.title).toBe(
      'Kế hoạch chăm sóc trẻ em tại các xã miền núi, vùng cao và xã đảo của tỉnh năm 2023',
    )
    expect(plan.bases.map(({ number, issuer }) => [number, issuer])).toEqual([
      ['20/KH-UBND', 'UBND tỉnh An Bình'],
      ['31/BYT-BMTE', 'Bộ Y tế'],
    ])
  })

  test('a column of what was done is no target; "19/20" is a share of the things counted', () => {
    expect(
      targetsOf(`| STT | Chỉ tiêu | ĐVT | Thực hiện 2022-2023 | Kế hoạch 2023-2024 |
| 1 | Bếp ăn đạt chuẩn | Bếp | 15/20 | 19/20 |
| 2 | Trẻ được ăn trưa | % | 90 | 97 |`),
    ).toEqual(['Bếp ăn đạt chuẩn | eq | 19 | Bếp | 2024', 'Trẻ được ăn trưa | eq | 97 | % | 2024'])
  })

  test('who leads by the bracket must meet the day; a report by its own clause alone; a name with one letter', () => {
    const plan = readPlan(
      heading(`I. NHIỆM VỤ
1. Dữ liệu:
+ Làm sạch dữ liệu: xong trước 30/11/2023 (Công an xã chủ trì, Phòng Nghiệp vụ phối hợp);
II. TỔ CHỨC THỰC HIỆN
1. UBND các xã lập kế hoạch trong quý I năm 2023; gửi báo cáo về Sở Y tế trước ngày 10 tháng 12 hằng năm.
TRƯỞNG PHÒNG
Giàng A Lử`),
    )
    expect(plan.deadlines[0]).toMatchObject({ date: '2023-11-30', who: 'Công an xã' })
    expect(plan.reporting).toMatchObject([{ cycle: 'year', due: 'before:12-10', to: 'Sở Y tế' }])
    expect(plan.signature?.name).toBe('Giàng A Lử')
  })
})
