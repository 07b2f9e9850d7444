import { describe, expect, test } from 'vitest'
import type { PlanReading } from './contract.ts'
import { heading } from './fixtures/invented-plan.ts'
import { readPlan } from './read-plan.ts'

const codes = ({ warnings }: PlanReading) => warnings.map(({ code }) => code)

/** Invented documents, each with one thing that copying or scanning does to the form (Nghị định 30/2020/NĐ-CP). */
describe('the form of a document after copying', () => {
  test('a whole plan whose line breaks are lost', () => {
    const plan = readPlan(
      'ỦY BAN NHÂN DÂNTỈNH AN BÌNHCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúcSố: 61/KH-UBNDAn Bình, ngày 04 tháng 3 năm 2022KẾ HOẠCHDạy trẻ bơi giai đoạn 2022 - 2024Căn cứ Nghị quyết số 9/NQ-HĐND ngày 02/3/2022 của HĐND tỉnh về bể bơi;Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:I. MỤC TIÊU- 60% trẻ em biết bơi.II. NHIỆM VỤ1. Xây bể bơiXây 12 bể bơi.2. Mở lớpMở 40 lớp.III. TỔ CHỨC THỰC HIỆN1. Sở Y tế: chủ trì.2. Các xã: phối hợp./.Nơi nhận:- Bộ Y tế;- Lưu: VT.TM. ỦY BAN NHÂN DÂNKT. CHỦ TỊCHPHÓ CHỦ TỊCHLê Thị Nhàn',
    )
    expect(plan).toMatchObject({
      number: '61',
      date: '2022-03-04',
      issuer: 'UBND tỉnh An Bình',
      title: 'Kế hoạch dạy trẻ bơi giai đoạn 2022 - 2024',
      bases: [{ number: '9/NQ-HĐND', title: 'bể bơi' }],
      tasks: [{ title: 'Xây bể bơi' }, { title: 'Mở lớp' }],
      recipients: [{ name: 'Bộ Y tế' }, { role: 'lưu' }],
      signature: { prefix: 'TM. KT.', position: 'Phó Chủ tịch', name: 'Lê Thị Nhàn' },
    })
    expect(codes(plan)).toEqual([])
  })

  test('letters that a scan took for others', () => {
    const scanned = heading('l. MỤC TIÊU\n- 9O% trẻ em biết bơi.\nNơi nhân:\n- Lưu: VT.')
      .replace('CỘNG HÒA XÃ HỘI', 'CỌNG HOÀ XÃ HỘl')
      .replace('Số: 15', 'Sô: l5')
      .replace('ngày 12 tháng 01 năm 2023', 'ngày l2 tháng O1 năm 2O23')
      .replace('KẾ HOẠCH', 'KÉ HOẠCH')
    expect(readPlan(scanned)).toMatchObject({
      kind: 'plan',
      number: '15',
      date: '2023-01-12',
      targets: [{ value: 90, section: 'I' }],
      recipients: [{ role: 'lưu' }],
    })
  })

  test('recipients and signer in one line, column beside column', () => {
    const { recipients, signature } = readPlan(
      heading(`I. MỤC TIÊU
Nơi nhận: KT. GIÁM ĐỐC
- UBND tỉnh (b/c); PHÓ GIÁM ĐỐC
- Các xã (để th/h);
- Lưu: VT, NVY. Bs.CKII. Lý Thị Mận`),
    )
    expect(recipients.map(({ name, role }) => `${name}|${String(role)}`)).toEqual([
      'UBND tỉnh|b/c',
      'Các xã|t/h',
      'Lưu: VT, NVY|lưu',
    ])
    expect(signature).toEqual({ prefix: 'KT.', position: 'Phó Giám đốc', name: 'Lý Thị Mận' })
  })

  test.each([
    ['UBND TỈNH AN BÌNH\nSỞ Y TẾ', 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ AN BÌNH\nPHƯỜNG MỘT', 'UBND phường Một'],
    ['UBND TỈNH AN BÌNH\nSỞ Y TẾ', 'SỞ Y TẾ LÂM ĐỒNG\nCHI CỤC DÂN SỐ', 'Chi cục Dân số tỉnh Lâm Đồng'],
    ['UBND TỈNH AN BÌNH\nSỞ Y TẾ', 'UBND T.P ĐÀ LẠT', 'UBND thành phố Đà Lạt'],
    ['UBND TỈNH AN BÌNH\nSỞ Y TẾ', 'TỈNH ĐOÀN BẾN TRE', 'Tỉnh đoàn Bến Tre'],
    ['SỞ Y TẾ', 'VĂN PHÒNG', 'Văn phòng UBND tỉnh An Bình'],
    ['SỞ Y TẾ', 'BAN BẢO VỆ TRẺ EM', 'Ban Bảo vệ trẻ em tỉnh An Bình'],
    ['SỞ Y TẾ', 'BAN CHỈ ĐẠO CÔNG TÁC TRẺ EM', 'Ban Chỉ đạo công tác trẻ em tỉnh An Bình'],
  ])('%j printed as %j is %s', (printed, instead, issuer) => {
    expect(readPlan(heading('').replace(printed, instead)).issuer).toBe(issuer)
  })

  test.each([
    ['15/KH-SYT', '15-KH/TĐTN-BPT', { symbol: 'KH/TĐTN-BPT' }],
    [
      'KẾ HOẠCH\nChăm sóc',
      'KẾ HOẠCH PHỐI HỢP\nChăm sóc',
      { title: 'Kế hoạch phối hợp chăm sóc trẻ em năm 2023' },
    ],
    [
      'KẾ HOẠCH\nChăm sóc',
      'BIÊN BẢN\nChăm sóc',
      { kind: 'other', title: 'Biên bản chăm sóc trẻ em năm 2023' },
    ],
    [
      'KẾ HOẠCH\nChăm sóc trẻ em năm 2023\n',
      'GIẤY MỜI\nHọp\nKính gửi: Các xã\n',
      { kind: 'other', title: 'Giấy mời họp' },
    ],
    [
      'KH-SYT\nAn Bình, ngày 12 tháng 01 năm 2023\nKẾ HOẠCH\nChăm sóc trẻ em năm 2023\n',
      'SYT-NVY\nV/v dạy\nbơi cho trẻ\nKính gửi: Các xã\n',
      { kind: 'letter', title: 'V/v dạy bơi cho trẻ' },
    ],
    [
      'KẾ HOẠCH\nChăm sóc trẻ em năm 2023',
      'BÁO CÁO\nKết quả năm 2022; phương hướng năm 2023',
      { period: { from: 2022, to: 2022 } },
    ],
  ])('%j printed as %j', (printed, instead, found) => {
    expect(readPlan(heading('').replace(printed, instead))).toMatchObject(found)
  })

  test('numbers in a row, laws by name alone, and marks behind the semicolon', () => {
    const { bases, recipients, title } = readPlan(`Kế hoạch dạy trẻ bơi năm 2026
Thực hiện Luật Trẻ em; Kế hoạch số 7/KH-UBND, 8/KH-UBND ngày 03/3/2026 của UBND xã Bình An về bể bơi, Công đoàn xã ban hành kế hoạch như sau:
I. MỤC TIÊU
- 60% trẻ em biết bơi./.
Nơi nhận:
- UBND xã; (để báo cáo)
- Lưu: VT.`)
    expect(bases.map(({ number, date, title: of }) => [number, date, of])).toEqual([
      [null, null, 'Luật Trẻ em'],
      ['7/KH-UBND', '2026-03-03', 'bể bơi'],
      ['8/KH-UBND', '2026-03-03', 'bể bơi'],
    ])
    expect(recipients[0]).toEqual({ name: 'UBND xã', role: 'b/c' })
    expect(title).toBe('Kế hoạch dạy trẻ bơi năm 2026')
  })

  test('a news page on a plan is none, and its code is no text', () => {
    const news = `<html><head><style>b{}</style></head><body><script>var a = "KẾ HOẠCH"</script>
<p>Sáng 20/5, UBND tỉnh đã ban hành Kế hoạch số 91/KH-UBND về chăm sóc trẻ em.</p>
<h2>KẾ HOẠCH CỤ THỂ</h2><p>1. Truyền thông</p><p>2. Khám sức khỏe</p></body></html>`
    const reading = readPlan(news)
    expect(reading).toMatchObject({ kind: 'other', issuer: null, bases: [] })
    expect(codes(reading)).toEqual(['not-administrative'])
  })
})
