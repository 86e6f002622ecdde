import { cardColumns, cardRows, isCards } from '../../../domain/import/vcard.ts'
import { decodeText, type Encoding } from '../../../sheets/decode-text.ts'
import { readDelimited, type Separator } from '../../../sheets/read-delimited.ts'
import { isWorkbook, readWorkbook, WorkbookUnreadable } from '../../../sheets/read-workbook.ts'

/** How somebody wants a file to be read, where it was not read right by itself. */
export interface ReadChoice {
  encoding: Encoding | null
  separator: Separator | null
}

interface SheetRead {
  name: string
  rows: string[][]
  /** The number of each row in the file. */
  numbers: number[]
}

export type TableRead =
  | { kind: 'xlsx'; sheets: SheetRead[] }
  | {
      kind: 'csv'
      sheets: SheetRead[]
      encoding: Encoding
      by: 'mark' | 'proof' | 'likelihood' | 'choice'
      unread: number
      separator: Separator
      isBroken: boolean
    }
  | {
      kind: 'vcard'
      sheets: SheetRead[]
      encoding: Encoding
      by: 'mark' | 'proof' | 'likelihood' | 'choice'
      unread: number
    }
  | { kind: 'refused'; why: 'not_a_workbook' | 'old' | 'too_large' | 'unreadable' }

/** The cells of a file: a workbook, address cards, or text with separators, by what is in it. */
export async function readTable(bytes: Uint8Array, { encoding, separator }: ReadChoice): Promise<TableRead> {
  try {
    if (isWorkbook(bytes)) return { kind: 'xlsx', sheets: await readWorkbook(bytes) }
    const { text, ...decoded } = await decodeText(bytes, encoding ? { encoding } : {})
    if (isCards(text)) {
      const rows = cardRows(text)
      const numbers = rows.map((_, n) => n + 1)
      return { kind: 'vcard', sheets: [{ name: '', rows, numbers }], ...decoded }
    }
    // An empty last line counts as a row of one cell, which hides the separator of a short table.
    const table = await readDelimited(text.replace(/[\r\n]+$/, ''), separator ? { separator } : {})
    const { rows, numbers, ...delimited } = table
    return { kind: 'csv', sheets: [{ name: '', rows, numbers }], ...decoded, ...delimited }
  } catch (error) {
    return { kind: 'refused', why: error instanceof WorkbookUnreadable ? error.refusal : 'unreadable' }
  }
}

/** What the columns of cards hold: no mapping is asked for. */
export const columnsOfCards = [...cardColumns]
