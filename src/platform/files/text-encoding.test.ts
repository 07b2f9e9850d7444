import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText, hasLostLetters, repairLegacyText } from './text-encoding.ts'
import { isVietnameseSyllable } from './vietnamese-syllable.ts'

const sentence =
  'Kế hoạch chăm sóc vì sự phát triển toàn diện trẻ em, tỷ lệ được tiếp cận dịch vụ y tế đạt 90%.'
/** The same sentence in TCVN3 and VNI, as their fonts store it. */
const tcvn3 = 'KÕ ho¹ch ch¨m sãc v× sù ph¸t triÓn toµn diÖn trÎ em, tû lÖ ®­îc tiÕp cËn dÞch vô y tÕ ®¹t 90%.'
const vni =
  'Keá hoaïch chaêm soùc vì söï phaùt trieån toaøn dieän treû em, tyû leä ñöôïc tieáp caän dòch vuï y teá ñaït 90%.'

/** windows-1258 has base letters and loose tones: `ế` is `ê` and an acute. */
function windows1258(text: string): Buffer {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu
  const apart = [...text].map((letter) => {
    const parts = letter.normalize('NFD')
    const tone = parts.match(tones)?.join('') ?? ''
    return parts.replace(tones, '').normalize('NFC') + tone
  })
  return iconv.encode(apart.join(''), 'windows-1258')
}

describe('text of every encoding an office uses', () => {
  test.each([
    ['utf-8', Buffer.from(sentence)],
    ['utf-8', Buffer.from(`\ufeff${sentence}`)],
    ['utf-8', Buffer.from(sentence.normalize('NFD'))],
    ['utf-16le', Buffer.from(`\ufeff${sentence}`, 'utf16le')],
    ['utf-16le', Buffer.from(`${sentence} and some plain words of the text`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${sentence}`, 'utf16le').swap16()],
    ['windows-1258', windows1258(sentence)],
    ['tcvn3', iconv.encode(tcvn3, 'latin1')],
    ['tcvn3', Buffer.from(tcvn3)],
    ['vni', iconv.encode(vni, 'latin1')],
    ['vni', Buffer.from(vni)],
  ])('%s is read', (encoding, bytes) => {
    const decoded = decodeText(bytes)
    expect(decoded).toMatchObject({ ok: true, encoding })
    expect(decoded.ok && decoded.text.startsWith(sentence)).toBe(true)
  })

  test.each([
    ['capitals of VNI', 'KEÁ HOAÏCH ÑAËC BIEÄT VEÀ TREÛ EM', 'KẾ HOẠCH ĐẶC BIỆT VỀ TRẺ EM'],
    [
      'capitals of TCVN3, which have no tones',
      'KÕ HO¹CH vÒ trÎ em, n¨m häc míi',
      'KẾ HOẠCH về trẻ em, năm học mới',
    ],
    ['a name behind them', 'TÝNH Hµ GIANG, Sè: 5/KH-BYT Hµ Néi', 'TÍNH HÀ GIANG, Số: 5/KH-BYT Hà Nội'],
    ['UTF-8 shown as windows-1252', 'Káº¿ hoáº¡ch chÄƒm sÃ³c tráº» em', 'Kế hoạch chăm sóc trẻ em'],
  ])('%s', (_, typed, printed) => {
    expect(repairLegacyText(typed).text).toBe(printed)
  })
})

describe('text that must stay as it is', () => {
  test.each([
    sentence,
    'Les élèves français sont arrivés à l’école après un été très agréable en forêt.',
    'Die Mädchen hören schöne Märchen über Füchse und Bären.',
    'Thôn Đăk Tô, xã Ngọk Réo, Plei Krông, A Thiên, Y Blơi, K’Hrêng',
    'Plain English text with no marks at all.',
    'Số: 79/KH-UBND; tổng ≥ 90 % – “trẻ em”',
    '日本語のテキスト 中文 文字',
  ])('%s', (text) => {
    expect(decodeText(Buffer.from(text))).toEqual({ ok: true, encoding: 'utf-8', text })
  })
})

describe('what is no text', () => {
  test('binary files are refused', () => {
    expect(decodeText(Buffer.from('%PDF-1.7\n...'))).toEqual({ ok: false, reason: 'binary' })
    expect(decodeText(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ ok: false, reason: 'binary' })
    expect(decodeText(Buffer.from([1, 2, 0, 5, 7, 9]))).toEqual({ ok: false, reason: 'binary' })
  })
  test('an empty file says so', () => {
    expect(decodeText(Buffer.from('  \r\n \t'))).toEqual({ ok: false, reason: 'empty' })
    expect(decodeText(Buffer.alloc(0))).toEqual({ ok: false, reason: 'empty' })
  })
  test('a file of 20 MB is refused before it is looked at', () => {
    expect(decodeText(Buffer.alloc(20 * 1024 * 1024, 'a'))).toEqual({ ok: false, reason: 'too-large' })
  })
  test.each(['?', '\uFFFD'])('a text whose letters became "%s" is refused; questions are not', (sign) => {
    const lost = sentence.replace(/[^\p{ASCII}]/gu, sign)
    expect(decodeText(Buffer.from(lost))).toEqual({ ok: false, reason: 'lost-letters' })
    expect(hasLostLetters('Trẻ ăn gì? Ngủ thế nào? Xem a.vn/?q=1 '.repeat(20))).toBe(false)
  })
  test('bytes in no known encoding are refused', () => {
    const bytes = iconv.encode('Привет, как дела? Сегодня хорошая погода в городе', 'koi8-r')
    expect(decodeText(bytes)).toEqual({ ok: false, reason: 'unknown-encoding' })
  })
})

test('syllables', () => {
  for (const word of ['nghiêng', 'Quyết', 'được', 'GIỮA', 'gì', 'khuỷu', 'xuyên', 'yêu', 'quốc', 'giếng']) {
    expect(isVietnameseSyllable(word), word).toBe(true)
  }
  for (const word of ['été', 'écol', 'triÓn', 'sãc̀', 'schöne', 'hoaïch']) {
    expect(isVietnameseSyllable(word), word).toBe(false)
  }
})
