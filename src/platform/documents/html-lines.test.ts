import { expect, test } from 'vitest'
import { htmlToLines } from './html-lines.ts'

test('headings and paragraphs are lines, lists get their marks', () => {
  const html =
    '<h1>KẾ HOẠCH</h1><p>Thực hiện &amp; theo dõi<br />tiếp</p><ol><li>Một</li><li>Hai<ul><li>nhỏ</li></ul></li></ol>'
  expect(htmlToLines(html)).toEqual(['KẾ HOẠCH', 'Thực hiện & theo dõi', 'tiếp', '1. Một', '2. Hai', '- nhỏ'])
})

test('a table of facts becomes pipe rows', () => {
  const html =
    '<table><tr><th><p>TT</p></th><th><p>Chỉ tiêu</p></th></tr><tr><td>1</td><td><p>Tỷ lệ</p><p>90%</p></td></tr></table>'
  expect(htmlToLines(html)).toEqual(['| TT | Chỉ tiêu |', '| 1 | Tỷ lệ 90% |'])
})

test('the signature table becomes lines, left column first', () => {
  const html =
    '<table><tr><td><p>Nơi nhận:</p><p>- Như trên;</p></td><td><p>CHỦ TỊCH</p><p>Nguyễn Văn A</p></td></tr></table>'
  expect(htmlToLines(html)).toEqual(['Nơi nhận:', '- Như trên;', 'CHỦ TỊCH', 'Nguyễn Văn A'])
})

test('footnotes keep their marks and stand at the end', () => {
  const html =
    '<p>03 huyện<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup> có mạng lưới</p>' +
    '<ol><li id="footnote-1"><p> Kon Rẫy, Đăk Glei <a href="#footnote-ref-1">↑</a></p></li></ol>'
  expect(htmlToLines(html)).toEqual(['03 huyện[1] có mạng lưới', '[1] Kon Rẫy, Đăk Glei'])
})
