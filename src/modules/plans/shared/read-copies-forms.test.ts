import { describe, expect, test } from 'vitest'
import { heading, targetsOf } from './fixtures/invented-plan.ts'
import { readPlan } from './read-plan.ts'

describe('copies that lost something', () => {
  test('soft hyphens in the place of hyphens', () => {
    const text = heading(
      'Căn cứ Nghị định số 75/2017/NĐ\u00ADCP ngày 20/6/2017 của Chính phủ;\nI. MỤC TIÊU\n\u00AD 50% trẻ\u00AD em biết bơi.',
    )
      .replace('15/KH-SYT', '15/KH\u00ADSYT')
      .replace('năm 2023\n', 'giai đoạn 2021\u00AD2025\n')
    const plan = readPlan(text)
    expect(plan).toMatchObject({
      symbol: 'KH-SYT',
      bases: [{ number: '75/2017/NĐ-CP' }],
      targets: [{ value: 50 }],
    })
  })

  test('an annex whose type name is lost begins at its subject in capitals', () => {
    const plan = readPlan(`ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 412/QĐ-UBND | Tuyên Quang, ngày 21 tháng 3 năm 2018 |
ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Trẻ em ngày 05/4/2016;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch bữa ăn của trẻ.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.
Nơi nhận: | TM. ỦY BAN NHÂN DÂN |
BỮA ĂN CỦA TRẺ Ở NHÀ TRẺ GIAI ĐOẠN 2018 - 2020
(Ban hành kèm theo Quyết định số 412/QĐ-UBND ngày 21/3/2018 của UBND tỉnh Tuyên Quang)
I. MỤC TIÊU
- Hộ có mức ăn bình quân đầu người dưới 1.800 kcal giảm xuống dưới 5%.
II. CÁC GIẢI PHÁP CHỦ YẾU
1. Giải pháp về thực đơn
Ghép rau vào bữa phụ.
2. Giải pháp về con người
Tập huấn người nấu.`)
    expect(plan).toMatchObject({
      kind: 'decision-with-plan',
      issuer: 'UBND tỉnh Tuyên Quang',
      period: { from: 2018, to: 2020 },
    })
    expect(plan.targets.map(({ comparator, value, unit }) => [comparator, value, unit])).toEqual([
      ['lt', 5, '%'],
    ])
    expect(plan.tasks.map(({ title }) => title)).toEqual(['Giải pháp về thực đơn', 'Giải pháp về con người'])
  })

  test('"KẾ HOẠCH HÓA GIA ĐÌNH" broken off the name of the issuer is no plan', () => {
    const letter = readPlan(`BỘ Y TẾ
TỔNG CỤC DÂN SỐ-
KẾ HOẠCH HÓA GIA ĐÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 219/TCDS-KHTC
V/v gợi ý chỉ tiêu năm 2022
Hà Nội, ngày 24 tháng 02 năm 2022
Kính gửi: Sở Y tế các tỉnh
I. CHỈ TIÊU
- Tỷ số giới tính khi sinh: 111,4 số bé trai/100 bé gái;
- Giảm tỷ số giới tính khi sinh (-SRB): -0,1 điểm phần trăm so với năm 2021.
Nơi nhận:
- Lưu: VT.
TỔNG CỤC TRƯỞNG
Phạm Văn Sáu`)
    expect(letter).toMatchObject({
      kind: 'letter',
      issuer: 'Tổng cục Dân số - Kế hoạch hóa gia đình',
      targets: [
        { value: 111.4, unit: 'số bé trai/100 bé gái' },
        { comparator: 'reduce', value: 0.1, unit: 'điểm phần trăm' },
      ],
      signature: { position: 'Tổng cục trưởng' },
    })
  })

  test('Roman numbers with a slash, parts that name aims and contents at once, fields of offices', () => {
    const plan = readPlan(
      heading(`I/ MỤC TIÊU, NHIỆM VỤ VÀ GIẢI PHÁP
1/ Nhiệm vụ
a/ Mở lớp bơi.
b/ Cân trẻ.
II/ TỔ CHỨC THỰC HIỆN
1/ Khoa Dược - TTB - VTYT: Cấp thuốc.
2/ Giáo viên các lớp: Theo dõi trẻ.
3/ Các xã: Căn cứ Kế hoạch này lập danh sách trẻ.`),
    )
    expect(plan.tasks.map(({ title }) => title)).toEqual(['Mở lớp bơi', 'Cân trẻ'])
    expect(plan.assignments.map(({ unit }) => unit)).toEqual([
      'Khoa Dược - TTB - VTYT',
      'Giáo viên các lớp',
      'Các xã',
    ])
  })
})

describe('numbers and days', () => {
  test('one part of a measure stands for the whole of the one before', () => {
    expect(
      targetsOf(`- Tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân 15%; thể thấp còi 27%.
- Hỗ trợ ít nhất 45 suất quà.
- Số trẻ được khám: 120 em, tăng 20 em so với năm 2022.
- 90% cán bộ cấp tỉnh; 50% cấp xã được tập huấn vào năm 2025.`),
    ).toEqual([
      'Tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân | eq | 15 | % | 2023',
      'Tỷ lệ trẻ suy dinh dưỡng thể thấp còi | eq | 27 | % | 2023',
      'Hỗ trợ suất quà | ge | 45 | suất quà | 2023',
      'Số trẻ được khám | eq | 120 | em | 2023',
      'cán bộ cấp tỉnh | eq | 90 | % | 2025',
      'cấp xã được tập huấn | eq | 50 | % | 2025',
    ])
  })

  test('a unit behind the label of a row', () => {
    expect(targetsOf('| TT | Chỉ tiêu | Năm 2023 |\n| 1 | Trẻ 3 tuổi ra lớp (%) | 82 |')).toEqual([
      'Trẻ 3 tuổi ra lớp | eq | 82 | % | 2023',
    ])
  })

  test('"30 tháng 11 năm 2023" is no report every year, "26 tháng 10" none of six months', () => {
    const plan = readPlan(
      heading(`I. TỔ CHỨC THỰC HIỆN
1. Các xã báo cáo Sở Y tế trước ngày 30 tháng 11 năm 2023.
2. Các trường báo cáo Sở Y tế trước ngày 26 tháng 10 năm 2023.
3. Trạm Y tế: tổ chức khám từ tháng 3 - 10/2023.`),
    )
    expect(plan.reporting.map(({ cycle, due }) => [cycle, due])).toEqual([
      ['once', '2023-11-30'],
      ['once', '2023-10-26'],
    ])
    expect(plan.deadlines.at(-1)?.date).toBe('2023-10-31')
  })

  test('places whose names begin like other words', () => {
    const issuerOf = (name: string) =>
      readPlan(heading('').replace('UBND TỈNH AN BÌNH\nSỞ Y TẾ', `ỦY BAN NHÂN DÂN\n${name}`)).issuer
    expect(['THÀNH PHỐ HỘI AN', 'QUẬN LIÊN CHIỂU', 'HUYỆN PHÙ CÁT'].map(issuerOf)).toEqual([
      'UBND thành phố Hội An',
      'UBND quận Liên Chiểu',
      'UBND huyện Phù Cát',
    ])
  })
})
