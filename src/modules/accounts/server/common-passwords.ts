import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/**
 * Words that people in Viet Nam put into passwords first, without marks and spaces; and the words of this product.
 * From the lists of leaked passwords that name them (nordpass.com "Top 200", Viet Nam) and our own judgement.
 */
const homeWords = [
  ...[
    'matkhau',
    'anhyeuem',
    'emyeuanh',
    'toiyeuvietnam',
    'vietnam',
    'hanoi',
    'saigon',
    'xinchao',
    'iloveyou',
  ],
  ...['congan', 'maiyeuem', 'giadinh', 'yeugiadinh', 'khongcomatkhau', 'khongbiet', 'cobanla', 'trangchu'],
  ...[
    'uommam',
    'treem',
    'ubnd',
    'ubndxa',
    'uybannhandan',
    'tramyte',
    'yte',
    'quantri',
    'quantrivien',
    'canbo',
  ],
]

/** 49,000 passwords of leaks, in small letters without marks: zxcvbn's list (@zxcvbn-ts/language-common 3, MIT). */
const listFile = createRequire(import.meta.url).resolve('@zxcvbn-ts/language-common/src/passwords.json')

/**
 * Whether one of the folded texts is among the commonest passwords. The list is read at each question (half a megabyte, a
 * few milliseconds) and not kept: passwords are chosen rarely, and as a set it would hold 10 MB ever after.
 */
export async function isCommonPassword(texts: readonly string[]): Promise<boolean> {
  if (texts.some((text) => homeWords.includes(text))) return true
  const list = await readFile(listFile, 'utf8')
  return texts.some((text) => list.includes(JSON.stringify(text)))
}
