import { isUpperText, matchingKey } from './matching-key.ts'

/** Types of documents (Nghị định 30/2020/NĐ-CP, Annex III; Luật 64/2025/QH15 for acts of law) and the annex. */
const types = [
  ...(['kế hoạch', 'quyết định', 'báo cáo', 'chương trình', 'đề án', 'phương án', 'dự án'] as const),
  ...(['nghị quyết', 'chỉ thị', 'thông báo', 'hướng dẫn', 'tờ trình', 'công điện', 'quy chế'] as const),
  ...(['quy định', 'phụ lục', 'thông tư', 'nghị định', 'luật', 'công văn', 'giấy mời', 'biên bản'] as const),
  ...(['kết luận', 'hợp đồng', 'thông cáo', 'giấy ủy quyền', 'giấy giới thiệu', 'bản ghi nhớ'] as const),
  ...(['bản thỏa thuận'] as const),
] as const
export type TypeName = (typeof types)[number]

/** "KẾ HOẠCH HÓA GIA ĐÌNH" and "KẾ HOẠCH VÀ ĐẦU TƯ" are names of fields. */
const typePattern = new RegExp(
  String.raw`^(?!kế hoạch(?: hóa| và đầu tư| - tài chính))(${types.join('|')})(?!\p{L})`,
  'u',
)

export function typeNamed(word: string): TypeName | undefined {
  return types.find((type) => type === word)
}

/** The type that a line opens with, in capitals or not. */
export function typeOpening(line: string): TypeName | undefined {
  return typeNamed(typePattern.exec(matchingKey(line))?.[1] ?? '')
}

/** The type a line announces: the word alone, or in capitals at the head of the subject. */
export function typeOfLine(line: string): TypeName | undefined {
  const match = line.length > 700 ? null : typePattern.exec(matchingKey(line))
  if (!match) return undefined
  const word = line.slice(0, match[0].length)
  const rest = line.slice(word.length).trim()
  const alone = rest === '' || rest === '.'
  const heads = isUpperText(word) && /^[\p{L}\d"“(]/u.test(rest) && !rest.startsWith('SỐ')
  return alone || heads ? typeNamed(match[1] ?? '') : undefined
}

/** "KẾ HOẠCHTriển khai ...", "BÁO CÁOKẾT QUẢ ...": the type glued to its subject. */
export const gluedType = new RegExp(
  String.raw`^(${types
    .filter((type) => type.includes(' '))
    .map((type) => type.toUpperCase())
    .join('|')})(?=\p{Lu}\p{L})`,
  'gmu',
)
