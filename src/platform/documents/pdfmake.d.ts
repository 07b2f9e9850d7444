/** pdfmake 0.3 comes without types; this is what we use of it (https://pdfmake.github.io/docs/0.3/). */
declare module 'pdfmake' {
  export type PdfLine = { type: 'line'; x1: number; y1: number; x2: number; y2: number; lineWidth: number }

  export type PdfRect = { type: 'rect'; x: number; y: number; w: number; h: number; lineWidth: number }

  /** Lengths in points; a margin is [left, top, right, bottom]. */
  export type PdfNode = {
    id?: string
    text?: string
    stack?: readonly PdfNode[]
    columns?: readonly PdfNode[]
    canvas?: readonly (PdfLine | PdfRect)[]
    svg?: string
    height?: number
    pageBreak?: 'before'
    table?: PdfTable
    /** Pages of their own. */
    section?: readonly PdfNode[]
    pageOrientation?: 'portrait' | 'landscape'
    header?: (page: number) => PdfNode | null
    layout?: PdfTableLayout
    unbreakable?: boolean
    headlineLevel?: number
    width?: number
    fontSize?: number
    bold?: boolean
    italics?: boolean
    alignment?: 'left' | 'center' | 'right' | 'justify'
    verticalAlignment?: 'top' | 'middle'
    leadingIndent?: number
    lineHeight?: number
    margin?: readonly [number, number, number, number]
  }

  export type PdfTable = {
    widths: readonly number[]
    heights?: (row: number) => number
    body: readonly (readonly PdfNode[])[]
    headerRows?: number
    keepWithHeaderRows?: number
    dontBreakRows?: boolean
  }

  export type PdfTableLayout = {
    hLineWidth: () => number
    vLineWidth: () => number
    paddingLeft: () => number
    paddingRight: () => number
    paddingTop: () => number
    paddingBottom: () => number
  }

  /** A node that has its place: its page without margins in points, and the share of it above the node. */
  export type PdfPlaced = PdfNode & { startPosition: { pageInnerHeight: number; verticalRatio: number } }

  export type PdfDefinition = {
    content: readonly PdfNode[]
    pageSize: 'A4'
    pageOrientation?: 'portrait' | 'landscape'
    footer?: (page: number, pages: number) => PdfNode
    pageMargins: readonly [number, number, number, number]
    defaultStyle: { font: string; fontSize: number }
    info: { title: string; author: string }
    pageBreakBefore: (node: PdfPlaced, around: { getFollowingNodesOnPage: () => PdfPlaced[] }) => boolean
  }

  type FontFiles = { normal: string; bold: string; italics: string; bolditalics: string }

  const pdfmake: {
    setFonts: (fonts: Record<string, FontFiles>) => void
    setUrlAccessPolicy: (mayFetch: (url: string) => boolean) => void
    setLocalAccessPolicy: (mayRead: (path: string) => boolean) => void
    createPdf: (definition: PdfDefinition) => { getBuffer: () => Promise<Uint8Array> }
  }
  export default pdfmake
}
