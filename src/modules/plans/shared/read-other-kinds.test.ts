import { describe, expect, test } from 'vitest'
import { readPlan, readPlanWithPlaces } from './read-plan.ts'

const head = (number: string, subject: string) => `UBND TỈNH AN BÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: ${number}
An Bình, ngày 15 tháng 5 năm 2023
${subject}`

const codes = (text: string) => readPlan(text).warnings.map(({ code }) => code)

describe('administrative documents that are no plan', () => {
  const directive = head(
    '06/CT-UBND',
    `CHỈ THỊ
Về việc giữ trẻ an toàn bên ao hồ

Mùa mưa năm nay đến sớm. Năm 2022 toàn tỉnh có 07 trẻ em gặp nạn.
Chủ tịch UBND tỉnh yêu cầu:
1. Sở Y tế
a) Chủ trì, phối hợp với các sở kiểm tra.
b) Báo cáo UBND tỉnh trước ngày 30/11/2023.
2. UBND các xã
- Cắm biển báo.
Yêu cầu các đơn vị thực hiện Chỉ thị này./.
Nơi nhận:
- Tỉnh ủy (b/c);
- Lưu: VT.
CHỦ TỊCH
Phan Văn Lợi`,
  )

  test('a directive is read for what it says, and is of the kind other', () => {
    expect(readPlan(directive)).toMatchObject({
      kind: 'other',
      number: '06',
      symbol: 'CT-UBND',
      issuer: 'UBND tỉnh An Bình',
      title: 'Chỉ thị về việc giữ trẻ an toàn bên ao hồ',
      assignments: [{ unit: 'Sở Y tế' }, { unit: 'UBND các xã', duties: ['Cắm biển báo.'] }],
      deadlines: [{ date: '2023-11-30', who: 'Sở Y tế' }],
      signature: { position: 'Chủ tịch', name: 'Phan Văn Lợi' },
    })
    expect(codes(directive)).toEqual(['other-type'])
  })

  test.each([
    ['19/TTr-NVY', 'TỜ TRÌNH\nVề bữa ăn của trẻ', 'TTr-NVY', 'Tờ trình về bữa ăn của trẻ'],
    [
      '35/NQ-HĐND',
      'NGHỊ QUYẾT\nVề bữa ăn của trẻ\nHỘI ĐỒNG NHÂN DÂN TỈNH AN BÌNH',
      'NQ-HĐND',
      'Nghị quyết về bữa ăn của trẻ',
    ],
  ])('%s keeps its symbol and its subject alone', (number, subject, symbol, title) => {
    const text = head(
      number,
      `${subject}\nCăn cứ Luật Trẻ em ngày 05/4/2016;\nĐiều 1. Giao Sở Y tế thực hiện./.`,
    )
    expect(readPlan(text)).toMatchObject({ kind: 'other', symbol, title })
  })

  test('a programme of the Party, with the hyphen behind the number and "T/M"', () => {
    const text = `TỈNH ỦY AN BÌNH
*
Số 22-CTr/TU
ĐẢNG CỘNG SẢN VIỆT NAM
An Bình, ngày 12 tháng 9 năm 2023
CHƯƠNG TRÌNH
chăm lo trẻ em vùng cao
Thực hiện Chỉ thị số 28-CT/TW, ngày 25/12/2022 của Ban Bí thư về trẻ em;
I- NHIỆM VỤ
1. Vận động gia đình
Nơi nhận:
- Lưu VPTU.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
K'Ré Nam`
    expect(readPlan(text)).toMatchObject({
      kind: 'plan',
      number: '22',
      symbol: 'CTr/TU',
      issuer: 'Tỉnh ủy An Bình',
      issuerArea: 'tỉnh An Bình',
      title: 'Chương trình chăm lo trẻ em vùng cao',
      signature: { prefix: 'TM.', position: 'Phó Bí thư' },
    })
  })
})

describe('a text without Vietnamese marks', () => {
  const telegram = `UY BAN NHAN DAN
TINH QUANG NGAI
CONG HOA XA HOI CHU NGHIA VIET NAM
Doc lap - Tu do - Hanh phuc
So: 45/KH-UBND
Quang Ngai, ngay 12 thang 02 nam 2026
KE HOACH
Nuoi day tre em nam 2026
Can cu Quyet dinh so 1437/QD-TTg ngay 29/10/2018 cua Thu tuong Chinh phu;
I. MUC TIEU
- 90% tre em duoc kham suc khoe.
II. NHIEM VU
1. Kham suc khoe cho tre em
- Co quan chu tri: So Y te
III. TO CHUC THUC HIEN
1. So Y te: bao cao Uy ban nhan dan tinh truoc ngay 15/12/2026.
2. Cac xa: thuc hien./.
Noi nhan:
- Luu: VT.
TM. UY BAN NHAN DAN
CHU TICH
Y Ngoc`

  test('is read by its structure, in its own letters, with a warning', () => {
    const { text, reading, places } = readPlanWithPlaces(telegram)
    expect(reading).toMatchObject({
      kind: 'plan',
      number: '45',
      date: '2026-02-12',
      issuer: 'UBND tỉnh Quảng Ngãi',
      title: 'Ke hoach nuoi day tre em nam 2026',
      bases: [{ number: '1437/QĐ-TTg', issuer: 'Thủ tướng Chính phủ' }],
      targets: [{ value: 90, year: 2026 }],
      tasks: [{ title: 'Kham suc khoe cho tre em', lead: ['So Y te'] }],
      deadlines: [{ date: '2026-12-15', who: 'So Y te' }],
      recipients: [{ role: 'lưu' }],
    })
    expect(reading.warnings[0]?.code).toBe('without-marks')
    expect(text.slice(places.tasks[0]?.start, places.tasks[0]?.end)).toBe('1. Kham suc khoe cho tre em')
  })

  test('of another language is no administrative document', () => {
    expect(codes('This is a plan. It is so in 2020, and it has no marks at all.')).toEqual([
      'not-administrative',
    ])
  })
})
