import {
  basisLines,
  issuerLines,
  numberLine,
  type Block,
  type OfficialDocument,
  placeDateLine,
  recipientLines,
  withEndMark,
} from '#platform/documents/tree.ts'

/** An official document as the lines of text that its .docx gives when it is read. */
export function documentLines(document: OfficialDocument): string {
  const { typeName, subject, signature } = document
  return [
    ...(document.superior === null ? [] : [document.superior.toUpperCase()]),
    ...issuerLines(document),
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    numberLine(document),
    placeDateLine(document),
    typeName.toUpperCase(),
    subject,
    ...basisLines(document.bases),
    ...withEndMark(document.body).flatMap(blockLines),
    'Nơi nhận:',
    ...recipientLines(document.recipients),
    ...signature.power,
    signature.title,
    signature.name ?? '',
  ].join('\n')
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.mark} ${block.level === 1 ? block.text.toUpperCase() : block.text}`]
    case 'clause':
      return [`${block.mark} ${block.text}`]
    case 'table':
      return [
        row(block.columns.map(({ heading }) => heading)),
        row(block.columns.map(() => '---')),
        ...block.rows.map(({ cells }) => row(cells)),
      ]
    default:
      return [block.text]
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
