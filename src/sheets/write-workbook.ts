import type { Sheet } from './cells.ts'
import { contentTypes, rootLinks, styleSheet, workbook, workbookLinks, worksheet } from './xlsx-parts.ts'

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The one time that every part bears, so that the same content gives the same bytes. In local time, as zip has it. */
const partTime = new Date(1980, 0, 1, 12)

/**
 * An XLSX file with these sheets. Written by hand rather than with a library for two things that those lack: formulas come with
 * what they amount to, and nothing is packed in a worker made of a blob, which the pages' Content-Security-Policy forbids.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import('fflate')
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': rootLinks,
    'xl/workbook.xml': workbook(sheetNames(sheets)),
    'xl/_rels/workbook.xml.rels': workbookLinks(sheets.length),
    'xl/styles.xml': styleSheet(),
  }
  for (const [n, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${n + 1}.xml`] = worksheet(sheet)
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  return zipSync(Object.fromEntries(files), { level: 6, mtime: partTime })
}

/** Names that Excel takes: no more than 31 letters, none of []:*?/\, no apostrophe at the ends, each once. */
export function sheetNames(sheets: readonly Pick<Sheet, 'name'>[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }) => {
    const clean = name.replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ').replace(/^['\s]+|['\s]+$/g, '') || 'Sheet'
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? '' : ` (${n})`
      const tried = clean.slice(0, 31 - suffix.length).trimEnd() + suffix
      if (taken.has(tried.toLowerCase())) continue
      taken.add(tried.toLowerCase())
      return tried
    }
  })
}
