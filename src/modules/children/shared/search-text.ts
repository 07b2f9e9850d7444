import { parseVietnameseDay, type Day } from '#base/day.ts'
import { words } from '#base/text.ts'

/** What a typed search asks for. All parts must hold. */
export type SearchText = {
  /** Folded beginnings of words of the name, in any order. */
  nameParts: string[]
  birthYear: number | undefined
  bornOn: Day | undefined
  /** Beginning of a carer's phone number, as dialled in the country. */
  phone: string | undefined
  personalId: string | undefined
  /** Code of a household, in capitals. */
  household: string | undefined
}

/**
 * Reads "hoa y 2021", "Y Hòa", "0912 345", "07/03/2021", "062321760045", "HM-01-012", "hộ 7". No name has a digit in
 * it; a code that could be a year or a phone number is told by the word before it, with its marks: "Hồ" is a name.
 */
export function readSearchText(text: string): SearchText {
  const found: SearchText = {
    nameParts: [],
    birthYear: undefined,
    bornOn: undefined,
    phone: undefined,
    personalId: undefined,
    household: undefined,
  }
  const coded = afterTheWord(text.normalize('NFC'))
  found.household = coded.household
  const joined = coded.rest.replace(/(?<=\d)[\s.](?=\d)/g, '').replace(/\+84/, '0')
  for (const part of joined.split(/[\s,;]+/)) {
    const day = parseVietnameseDay(part)
    if (day) found.bornOn = day
    else if (/^\d{12}$/.test(part)) found.personalId = part
    else if (/^0\d{3,10}$/.test(part)) found.phone = part
    else if (/^(19|20)\d{2}$/.test(part)) found.birthYear = Number(part)
    else if (/\d/.test(part)) found.household ??= part.toUpperCase()
    else found.nameParts.push(...words(part))
  }
  return { ...found, nameParts: [...new Set(found.nameParts)] }
}

/** "hộ 2021": what follows the word is a code, whatever it looks like. */
function afterTheWord(text: string): { household: string | undefined; rest: string } {
  const [whole = '', code] = /(?:^|\s)hộ\s+(\S*\d\S*)/iu.exec(text) ?? []
  return { household: code?.toUpperCase(), rest: code ? text.replace(whole, ' ') : text }
}
