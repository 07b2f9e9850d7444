import { fold, tidy, words } from '#base/text.ts'

export type NameReason = 'name-missing' | 'name-too-long' | 'name-not-letters'

export type NameCheck = { ok: true; name: string; unnamed: boolean } | { ok: false; reason: NameReason }

/** A newborn in the book without a name yet: the state is kept as a flag, the text below stands for the name. */
export const unnamedText = 'Chưa đặt tên'

const unnamedWords = new Set([
  'trai',
  'gai',
  'be trai',
  'be gai',
  'con trai',
  'con gai',
  'so sinh',
  'tre so sinh',
  'chua dat ten',
  'chua co ten',
  'chua ten',
])

/**
 * A person's name: letters of any language, spaces, and ' ’ - . inside ("H' Nga", "Gié-Triêng Y.").
 * One-letter parts are whole parts: Xơ-đăng and Ba-na boys are named "A ...", girls "Y ...".
 */
export function checkName(written: string): NameCheck {
  const name = tidy(written)
  if (name === '') return { ok: false, reason: 'name-missing' }
  if (name.length > 100) return { ok: false, reason: 'name-too-long' }
  if (unnamedWords.has(fold(name))) return { ok: true, name: unnamedText, unnamed: true }
  if (!/^\p{L}[\p{L}\p{M}'’ʼ.\- ]*$/u.test(name)) return { ok: false, reason: 'name-not-letters' }
  return { ok: true, name: writtenLikeName(name), unnamed: false }
}

/** NGUYỄN THỊ HOA and nguyễn thị hoa become Nguyễn Thị Hoa; mixed letters stay as typed. */
function writtenLikeName(name: string): string {
  const isOneCase = name === name.toUpperCase() || name === name.toLowerCase()
  if (!isOneCase) return name
  return name
    .toLowerCase()
    .replace(/(^|[ .\-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

/** Folded words under which a child is found; an unnamed child has none. */
export function nameTokens(child: { fullName: string; unnamed: boolean }): string[] {
  return child.unnamed ? [] : [...new Set(words(child.fullName))]
}

/** Name without marks, as compared when looking for the same child. */
export function foldedName(fullName: string): string {
  return words(fullName).join(' ')
}
