import { expect, test } from 'vitest'
import { heading } from './fixtures/invented-plan.ts'
import { readPlan } from './read-plan.ts'

const read = (lines: string) => readPlan(heading(lines))
const tasksOf = (lines: string) =>
  read(lines).tasks.map(({ number, title, lead, coordinating, solutions, parts }) =>
    [
      `${number ?? ''} ${title}`,
      lead.join('; '),
      coordinating.join('; '),
      solutions.length,
      parts.map(({ letter }) => letter).join(),
    ].join(' | '),
  )

test('bare items are solutions, items with a list or bodies of their own are parts', () => {
  expect(
    tasksOf(`I. NHIỆM VỤ
1. Truyền thông (Hội Phụ nữ xã chủ trì, phối hợp với Đoàn Thanh niên xã)
a) Phát thanh.
b) Treo băng rôn.
2. Khám bệnh
a) Ở trạm
- Khám sàng lọc.
b) Ở trường
3. Các hoạt động chính
a) Mở lớp bơi.
b) Cắm biển báo.`),
  ).toEqual([
    '1 Truyền thông | Hội Phụ nữ xã | Đoàn Thanh niên xã | 2 | ',
    '2 Khám bệnh |  |  | 0 | a,b',
    '3 Các hoạt động chính |  |  | 2 | ',
  ])
})

test('a line of bodies behind the last item speaks of the whole task, for its deadline too', () => {
  const lines = `I. NHIỆM VỤ
1. Tiêm chủng
1.1. Tiêm định kỳ.
1.2. Tiêm vét.
Đơn vị thực hiện: Trạm Y tế xã. Đơn vị phối hợp: Hội Phụ nữ xã.
Thời gian: tháng 5 và tháng 9/2023.
2. Bữa ăn
a) Cân đối khẩu phần.
b) Cơ quan chủ trì: Trường Mầm non Hoa Ban.`
  expect(tasksOf(lines)).toEqual([
    '1 Tiêm chủng | Trạm Y tế xã | Hội Phụ nữ xã | 2 | ',
    '2 Bữa ăn | Trường Mầm non Hoa Ban |  | 1 | ',
  ])
  expect(read(lines).deadlines.map(({ date, who }) => [date, who])).toEqual([['2023-09-30', 'Trạm Y tế xã']])
})

test('tasks counted by a word, lists that restart at 1 inside an item, a label without a colon', () => {
  expect(
    tasksOf(`I. NHIỆM VỤ
Nhiệm vụ 1. Rà soát
- Mục đích: biết số trẻ.
- Nội dung:
+ Lập danh sách.
+ Đối chiếu.
- Chủ trì: Sở Y tế; phối hợp: Sở Tài chính.
Nhiệm vụ 2. Tập huấn
- Nội dung: mở 2 lớp. Thực hiện: Tỉnh Đoàn.`),
  ).toEqual(['1 Rà soát | Sở Y tế | Sở Tài chính | 2 | ', '2 Tập huấn | Tỉnh Đoàn |  | 1 | '])
  expect(
    tasksOf(`I. NHIỆM VỤ
1. Sàng lọc
1.1. Nội dung
1. Tập huấn.
2. Khám.
1.2. Đơn vị thực hiện
- Chủ trì: Sở Y tế.
2. Chuyển tuyến
2.1. Nội dung
1. Lập quy trình.`),
  ).toEqual(['1 Sàng lọc | Sở Y tế |  | 2 | ', '2 Chuyển tuyến |  |  | 1 | '])
})

test('tasks numbered past 99', () => {
  const lines = Array.from({ length: 102 }, (_, at) => `${String(at + 1)}. Việc của thôn.`)
  expect(read(`I. NHIỆM VỤ\n${lines.join('\n')}`).tasks.at(-1)?.number).toBe('102')
})

test('a copy that lost its headings in capitals', () => {
  const plan = read(`1. Mục tiêu chung
Mọi trẻ em khỏe mạnh.
2. Mục tiêu cụ thể
- 90% trẻ em được cân.
1. Truyền thông
- Phát thanh.
2. Khám bệnh
- Khám sàng lọc.
1. Sở Y tế
- Chủ trì thực hiện.
2. UBND các xã: ban hành kế hoạch trước ngày 31/3/2023.`)
  expect(plan.tasks.map(({ title }) => title)).toEqual(['Truyền thông', 'Khám bệnh'])
  expect(plan.assignments.map(({ unit }) => unit)).toEqual(['Sở Y tế', 'UBND các xã'])
  expect(plan.deadlines).toMatchObject([{ date: '2023-03-31', who: 'UBND các xã' }])
})

test('a part that holds the whole plan, and the purpose where only targets stand beside it', () => {
  const whole = read(`A. CĂN CỨ
B. NỘI DUNG KẾ HOẠCH
I. MỤC TIÊU
1. Mục tiêu chung: Trẻ em khỏe mạnh.
II. NHIỆM VỤ
1. Khám bệnh.
III. TỔ CHỨC THỰC HIỆN
1. Trạm Y tế xã: khám cho trẻ.`)
  expect(whole).toMatchObject({
    objectives: { general: 'Trẻ em khỏe mạnh.' },
    tasks: [{ title: 'Khám bệnh' }],
    assignments: [{ unit: 'Trạm Y tế xã' }],
  })
  const purpose = read(`I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích: Trẻ em được an toàn.
2. Yêu cầu: Mỗi thôn có ít nhất 01 người theo dõi.
II. CHỈ TIÊU
- 90% trẻ em biết bơi.
III. ĐỐI TƯỢNG, PHẠM VI
- Đối tượng: Trẻ em dưới 6 tuổi.
- Phạm vi: Toàn xã.`)
  expect(purpose).toMatchObject({
    objectives: { general: 'Trẻ em được an toàn.' },
    targets: [{ value: 90 }],
    targetGroups: ['Trẻ em dưới 6 tuổi.'],
    scope: 'Toàn xã.',
  })
  expect(purpose.targets).toHaveLength(1)
})

test('each report by its own day; a report when asked has none', () => {
  const { reporting } = read(`I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế: ban hành kế hoạch trước ngày 20/3/2023 và báo cáo Giám đốc Sở trước ngày 30/11/2023.
2. Các xã: báo cáo UBND huyện trước ngày 10 tháng 12 hằng năm và đột xuất khi có yêu cầu.`)
  expect(reporting.map(({ cycle, to, due }) => [cycle, to, due])).toEqual([
    ['once', 'Giám đốc Sở', '2023-11-30'],
    ['year', 'UBND huyện', 'before:12-10'],
    ['ad-hoc', 'UBND huyện', null],
  ])
})
