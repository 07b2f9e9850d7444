import { describe, expect, test } from 'vitest'
import { heading, targetsOf } from './fixtures/invented-plan.ts'
import { readPlan } from './read-plan.ts'

/** Invented documents in the forms that law sites, schools, ministries and associations publish. */
describe('levels without a percent sign', () => {
  test('a rate "trên 1.000 trẻ đẻ sống" is no target of 1,000', () => {
    expect(
      targetsOf(
        '- Giảm tỷ suất chết sơ sinh trên 1.000 trẻ đẻ sống dưới 8,5 vào năm 2025 và dưới 7 vào năm 2030.',
      ),
    ).toEqual([
      'tỷ suất chết sơ sinh trên 1.000 trẻ đẻ sống | lt | 8.5 | /1.000 | 2025',
      'tỷ suất chết sơ sinh trên 1.000 trẻ đẻ sống | lt | 7 | /1.000 | 2030',
    ])
  })

  test('means and ratios keep the unit printed behind them', () => {
    expect(
      targetsOf(`- Tổng tỷ suất sinh đạt 2,2 con.
- Quy mô dân số không quá 1,35 triệu người.
- Tỷ số giới tính khi sinh không vượt quá 111 bé trai/100 bé gái.
- Mức dùng đường tự do của học sinh giảm xuống dưới 25 gam/ngày.
- Chiều cao trung bình của trẻ trai 6 tuổi tăng 1,5 - 2 cm.`),
    ).toEqual([
      'Tổng tỷ suất sinh | eq | 2.2 | con | 2023',
      'Quy mô dân số | le | 1.35 | triệu người | 2023',
      'Tỷ số giới tính khi sinh | le | 111 | bé trai/100 bé gái | 2023',
      'Mức dùng đường tự do của học sinh | lt | 25 | gam/ngày | 2023',
      'Chiều cao trung bình của trẻ trai 6 tuổi | increase | 1.5-2 | cm | 2023',
    ])
  })

  test('an age alone stands for the measure before it with that age', () => {
    expect(targetsOf('- Tỷ suất tử vong trẻ dưới 1 tuổi ≤ 11‰, dưới 5 tuổi ≤ 17‰.')).toEqual([
      'Tỷ suất tử vong trẻ dưới 1 tuổi | le | 11 | ‰ | 2023',
      'Tỷ suất tử vong trẻ dưới 5 tuổi | le | 17 | ‰ | 2023',
    ])
  })
})

describe('two numbers for one measure', () => {
  test('both years and both numbers, the measure behind the second', () => {
    expect(
      targetsOf('- Đến năm 2025, tối thiểu 45% và đến năm 2028, tối thiểu 75% số trường có vườn rau.'),
    ).toEqual(['số trường có vườn rau | ge | 45 | % | 2025', 'số trường có vườn rau | ge | 75 | % | 2028'])
  })

  test('how much each of them does is no target, and what falls stands behind "giảm"', () => {
    expect(
      targetsOf(`- 9/12 thôn mở lớp nấu ăn, mỗi thôn 03 buổi/năm.
- Hạn chế tỷ lệ trẻ bị bạo hành, phấn đấu giảm ít nhất 4%/năm số vụ bạo hành.
- Cải tạo, nâng cấp 12 điểm vui chơi.`),
    ).toEqual([
      'thôn mở lớp nấu ăn | eq | 9 | thôn | 2023',
      'số vụ bạo hành | reduce | 4 | % | 2023',
      'điểm vui chơi | eq | 12 | điểm | 2023',
    ])
  })

  test('a table whose cells end in a bar of their own, numbered below "Chỉ tiêu"', () => {
    expect(
      targetsOf(`Chỉ tiêu |
Nội dung |
Năm 2025 |
1 |
Tỷ lệ thôn có sân chơi |
70% |
2 |
Tỷ suất tử vong trẻ dưới 5 tuổi trên 1.000 trẻ đẻ sống |
< 12,5 |`),
    ).toEqual([
      'Tỷ lệ thôn có sân chơi | eq | 70 | % | 2025',
      'Tỷ suất tử vong trẻ dưới 5 tuổi trên 1.000 trẻ đẻ sống | lt | 12.5 | /1.000 | 2025',
    ])
  })
})

describe('heading blocks', () => {
  test('the subject of a letter that begins in the line of the number', () => {
    const letter =
      readPlan(`BỘ NỘI VỤ ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------- |
Số: 77/BNV-CTTN V/v
phối hợp tổ chức diễn đàn trẻ em năm 2022 | Hà Nội, ngày 04tháng 3năm 2022 |
Kính gửi: Ủy ban nhân dân các tỉnh
1. Báo cáo kết quả về Bộ Nội vụ trước 17 giờ ngày 20/6/2022.
Nơi nhận:
- Như trên;
- Lưu: VT, CTTN. | KT. BỘ TRƯỞNG THỨ TRƯỞNG Lê Minh Khánh |`)
    expect(letter).toMatchObject({
      kind: 'letter',
      number: '77',
      date: '2022-03-04',
      issuer: 'Bộ Nội vụ',
      title: 'V/v phối hợp tổ chức diễn đàn trẻ em năm 2022',
      signature: { prefix: 'KT.', position: 'Thứ trưởng', name: 'Lê Minh Khánh' },
    })
    expect(letter.recipients.at(-1)).toEqual({ name: 'Lưu: VT, CTTN', role: 'lưu' })
    expect(letter.reporting).toMatchObject([{ due: '2022-06-20', to: 'Bộ Nội vụ' }])
  })

  test('an organ below its association, and a deputy who signs for it', () => {
    const plan = readPlan(`HỘI NÔNG DÂN VIỆT NAM
TỈNH AN BÌNH
BAN THƯỜNG VỤ
Số: 12/KH-BTV
An Bình, ngày 03 tháng 4 năm 2024
KẾ HOẠCH
Góp sức vì trẻ em năm 2024
Căn cứ Kế hoạch số 90/KH-ĐCT ngày 01/02/2024 của Đoàn Chủ tịch Trung ương Hội về chăm lo trẻ em;
I. CHỈ TIÊU
- Vận động 1.200 cha, mẹ cho từ 70% con em hội viên trở lên đi học bơi./.
Nơi nhận:
- Lưu: VP.
TM. BAN THƯỜNG VỤ
PHÓ CHỦ TỊCH
Đặng Văn Lợi`)
    expect(plan.issuer).toBe('Ban Thường vụ Hội Nông dân Việt Nam tỉnh An Bình')
    expect(plan.bases[0]?.issuer).toBe('Đoàn Chủ tịch Trung ương Hội')
    expect(plan.warnings.map(({ code }) => code)).not.toContain('missing-signing-prefix')
  })

  test('names of schools and short forms in capitals keep their capitals', () => {
    const issuerOf = (name: string) => readPlan(heading('').replace('SỞ Y TẾ', name)).issuer
    expect(issuerOf('TRƯỜNG MN HOA BAN')).toBe('Trường MN Hoa Ban tỉnh An Bình')
    expect(issuerOf('BAN CHỈ HUY PCTT VÀ TKCN')).toBe('Ban Chỉ huy PCTT và TKCN tỉnh An Bình')
  })

  test('the place of a ward with a number, who decides is no part of the subject, and a signature before the recipients', () => {
    const decision = readPlan(`UỶ BAN NHÂN DÂN
QUẬN 9
Số: 310 /QĐ-UBND
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Quận 9, ngày 08 tháng 5 năm 2012
QUYẾT ĐỊNH
Về kiện toàn Ban Chỉ đạo vì trẻ em
CHỦ TỊCH UỶ BAN NHÂN DÂN QUẬN 9
Căn cứ Luật số 25/2004/QH11 sửa đổi, bổ sung một số điều;
QUYẾT ĐỊNH:
Điều 1. Kiện toàn Ban Chỉ đạo gồm 05 người.
Điều 2. Ban Chỉ đạo họp mỗi quý một lần.
CHỦ TỊCH
Phạm Thị Sáu
Nơi nhận:
- Như Điều 1;
- Lưu: VT.`)
    expect(decision).toMatchObject({
      kind: 'decision',
      place: 'Quận 9',
      title: 'Quyết định về kiện toàn Ban Chỉ đạo vì trẻ em',
      signature: { prefix: null, position: 'Chủ tịch', name: 'Phạm Thị Sáu' },
    })
    expect(decision.bases[0]?.title).toBe('sửa đổi, bổ sung một số điều')
    expect(decision.assignments[0]?.unit).not.toBe('Ban')
  })
})
