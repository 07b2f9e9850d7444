import { describe, expect, test } from 'vitest'
import { titleInSentence } from './reading/title-in-sentence.ts'

describe('a title in capitals is written as a sentence', () => {
  test.each([
    [
      'KẾ HOẠCH TRIỂN KHAI THỰC HIỆN ĐỀ ÁN CHĂM SÓC VÌ SỰ PHÁT TRIỂN TOÀN DIỆN TRẺ EM GIAI ĐOẠN 2018 - 2025 TRÊN ĐỊA BÀN TỈNH KON TUM',
      'Kế hoạch triển khai thực hiện đề án chăm sóc vì sự phát triển toàn diện trẻ em giai đoạn 2018 - 2025 trên địa bàn tỉnh Kon Tum',
    ],
    [
      'KẾ HOẠCH CÔNG TÁC TRẺ EM XÃ ĐĂK HÀ, TỈNH QUẢNG NGÃI NĂM 2026',
      'Kế hoạch công tác trẻ em xã Đăk Hà, tỉnh Quảng Ngãi năm 2026',
    ],
    [
      'CHƯƠNG TRÌNH AN SINH XÃ HỘI CHO TRẺ EM TỈNH QUẢNG NGÃI TRONG NHỮNG NĂM ĐẦU ĐỜI',
      'Chương trình an sinh xã hội cho trẻ em tỉnh Quảng Ngãi trong những năm đầu đời',
    ],
    [
      'KẾ HOẠCH CHĂM SÓC PTTDTE CỦA UBND TỈNH BÀ RỊA - VŨNG TÀU, GIAI ĐOẠN II',
      'Kế hoạch chăm sóc PTTDTE của UBND tỉnh Bà Rịa - Vũng Tàu, giai đoạn II',
    ],
    ['CHIẾN LƯỢC CỦA CHÍNH PHỦ VIỆT NAM VÌ TRẺ EM', 'Chiến lược của Chính phủ Việt Nam vì trẻ em'],
    [
      'KẾ HOẠCH HÀNH ĐỘNG VÌ TRẺ EM THÀNH PHỐ HỒ CHÍ MINH ĐẾN NĂM 2030',
      'Kế hoạch hành động vì trẻ em thành phố Hồ Chí Minh đến năm 2030',
    ],
  ])('%s', (printed, sentence) => {
    expect(titleInSentence(printed, null)).toBe(sentence)
  })

  test('the place that issued the document says where its name ends', () => {
    const printed = 'KẾ HOẠCH VÌ TRẺ EM PHƯỜNG AN TRÀ MỚI LẬP'
    expect(titleInSentence(printed, 'phường An Trà')).toBe('Kế hoạch vì trẻ em phường An Trà mới lập')
  })

  test('what is in small letters already stays, however often it is asked', () => {
    const title = 'Kế hoạch thực hiện Đề án chăm sóc vì sự phát triển toàn diện trẻ em'
    expect(titleInSentence(title, null)).toBe(title)
    const once = titleInSentence('KẾ HOẠCH VÌ TRẺ EM TỈNH KON TUM', null)
    expect(titleInSentence(once, null)).toBe(once)
  })
})
