/** Text as a person sees it: no leftovers of Markdown, HTML, scanning or decomposed letters. */
export function cleanText(raw: string): string {
  let text = raw
  // Taking one leftover away may lay another bare ("&amp;nbsp;"), so clean until nothing changes.
  for (let round = 0; round < 40; round += 1) {
    const cleaned = cleanOnce(text)
    if (cleaned === text) break
    text = cleaned
  }
  return text
}

function cleanOnce(text: string): string {
  const unified = unifyMarkup(unifyCharacters(text))
  return unified
    .split('\n')
    .map((line) => (isDrawnRule(line) ? '' : cleanLine(line)))
    .filter(isKept)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Some programs print every hyphen of a PDF as a soft one: "QĐ\u00ADBYT", "2021\u00AD2025", "Tự do \u00AD Hạnh phúc". */
const printedSoftHyphen = /(?<=[\p{Lu}\d])\u00AD(?=[\p{Lu}\d])|(?<=^|\s)\u00AD(?=\s)/gmu

function unifyCharacters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\\r\\n|\\n|\\r/g, '\n')
    .replace(/\\t/g, ' ')
    .replace(printedSoftHyphen, '-')
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD\u202A-\u202E]/g, '')
    .replace(/[\u0000-\u0008\u000B\u000E-\u001F\u007F]/g, '')
    .replace(/[\f\u2028\u2029]/g, '\n')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D\uF02D]/g, '-')
    .replace(/[\uF0B7\uF0A7\u25AA\u25CF\u25E6\u25CB\u25A0\u2023]/g, '•')
    .replace(/(?<=\d\s?)%[o0](?![\p{L}\d])/gu, '‰')
    .replace(/ð/g, 'đ')
    .replace(/Ð/g, 'Đ')
}

function unifyMarkup(text: string): string {
  if (!/[<&\\*_#`]/.test(text)) return text
  return withoutPageCode(text)
    .replace(/<\/t[dh]>\s*<t[dh]\b[^<>]{0,300}>/gi, ' | ')
    .replace(/<\/?(?:p|div|tr|li|ul|ol|table|tbody|thead|h[1-6]|center)\b[^<>]{0,300}>/gi, '\n')
    .replace(/<t[dh]\b[^<>]{0,300}>|<\/t[dh]>/gi, ' | ')
    .replace(/<\/?(?:b|i|u|em|strong|span|font|a|sup|sub|small|ins|del)\b[^<>]{0,300}>/gi, '')
    .replace(/(?<=\S) +#{1,6} +(?=\S)/g, '\n')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&amp;/gi, '&')
    .replace(/&quot;/gi, '"')
    .replace(/&gt;/gi, '>')
    .replace(/&lt;/gi, '<')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>])/g, '$1')
    .replace(/\*{2,}|_{2,}(?=\p{L})|(?<=\p{L}[:.]?)_{2,}|`+/gu, '')
    .replace(/(?<![*\p{L}\p{N}])\*(?! )([^*\n]{1,300}?)(?<! )\*(?![*\p{L}\p{N}])/gu, '$1')
}

/** What a saved web page holds besides its text: scripts, styles, remarks, and tags that only arrange. */
function withoutPageCode(text: string): string {
  return text
    .replace(/<(script|style|head|noscript)\b[^<>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, '\n')
    .replace(
      /<(?:!doctype|\/?(?:html|body|meta|link|img|hr|nav|header|footer|section|article|aside|main|button|form|input|label|col|colgroup|o:p))\b[^<>]{0,1000}>/gi,
      '\n',
    )
}

function cleanLine(line: string): string {
  return line
    .replace(/^\s*(?:>\s*)*(?:#{1,6}\s+|#{2,6})?/, '')
    .replace(/\s(?:-{4,}|_{4,}|\*{3,})(?=\s|$)/gu, '\n')
    .trim()
    .replace(/(?<!\b(?:số|ngày|tháng|năm)\s{0,2}[:.…]*) {4,}(?=[^\s/])(?!tháng|năm|\/)/giu, '\n')
    .replace(/[ \v]+/g, ' ')
    .replace(/^([TK])\/([MTL])\.? (?=\p{Lu}{2})/u, '$1$2. ')
    .replace(/^(?:\p{Lu} ){3,}\p{Lu}$/gu, (spaced) => spaced.replaceAll(' ', ''))
}

/** A rule below the heading or the subject parts what stands above it from what stands below. */
function isDrawnRule(line: string): boolean {
  return /^\s*[-_=*~]{3,}\s*$/.test(line)
}

/** Lone table bars and dots carry nothing. */
function isKept(line: string): boolean {
  return line === '' || !/^[-_=*~.\s|:+]+$/.test(line)
}

export type FootnoteScan = { text: string; marks: string[] }

const superscripts = '¹²³⁴⁵⁶⁷⁸⁹'

/**
 * Takes away note marks that copying stuck to a word ("Glei)1", "Đề án²", "Kế hoạch[3]").
 * Units and codes that end in a digit (m2, COVID19, điều5) are left alone.
 */
export function takeFootnoteMarks(text: string): FootnoteScan {
  const marks: string[] = []
  const note = (mark: string): string => {
    marks.push(mark)
    return ''
  }
  const plain = text
    .replace(/(?<=\S)[¹²³⁴⁵⁶⁷⁸⁹]/gu, (mark) => note(String(superscripts.indexOf(mark) + 1)))
    .replace(/(?<=\S)\[(\d{1,2})\]/gu, (_, mark: string) => note(mark))
    .replace(/(?<=[\p{Ll})”"%])([1-9]\d?)(?=[\s,;:)]|\.(?!\d)|$)/gmu, (mark, _digits, at: number) =>
      isNumberedWord(text, at) ? mark : note(mark),
    )
    .replace(/(?<=(?:chủ trì|phối hợp)[^\n]{1,200}\p{Ll}) ([1-9])(?=\.?$)/gmu, (_, mark: string) =>
      note(mark),
    )
  return { text: plain, marks }
}

const numberedWords =
  /(?:^|[^\p{L}])(?:k|c|d|m)?m$|covid|điều|khoản|điểm|số|tháng|ngày|quý|năm|lớp|mẫu|biểu|vitamin|tuần|cấp|tổ|đội|lô|khu|mục$/iu

function isNumberedWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at)
  const word = /\p{L}+$/u.exec(before)?.[0] ?? ''
  return /^[a-z]{1,2}$/iu.test(word) || numberedWords.test(before.slice(-8))
}
