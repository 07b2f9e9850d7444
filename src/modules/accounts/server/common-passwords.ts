import { fold } from '#base/text.ts'

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

let loading: Promise<ReadonlySet<string>> | undefined

/**
 * The commonest passwords, folded: 49,000 from zxcvbn's list of leaks (package @zxcvbn-ts/language-common, MIT). Read
 * when the first password is chosen, 10 MB from then on.
 */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  loading ??= load()
  return loading
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set([...dictionary.passwords.map((text) => fold(text)), ...homeWords])
}
