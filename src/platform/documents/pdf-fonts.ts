import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import pdfmake from 'pdfmake'

const require = createRequire(import.meta.url)
const face = (name: string): string => require.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`)

/** Tinos has the widths of Times New Roman and every Vietnamese letter. Nothing else may be read or fetched. */
export function setTinos(): void {
  const fonts = {
    normal: face('400Regular'),
    bold: face('700Bold'),
    italics: face('400Regular_Italic'),
    bolditalics: face('700Bold_Italic'),
  }
  pdfmake.setFonts({ Tinos: fonts })
  pdfmake.setUrlAccessPolicy(() => false)
  const fontFolder = dirname(dirname(fonts.normal))
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder))
}
