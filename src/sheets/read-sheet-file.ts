import { type DecodedText, decodeText, type Encoding } from './decode-text.ts'
import { type Delimited, readDelimited, type Separator } from './read-delimited.ts'
import { isWorkbook, readWorkbook, type WorkbookSheet, WorkbookUnreadable } from './read-workbook.ts'

/** What was read of a file, and how: a workbook has sheets, a text an encoding and a separator. */
export type SheetFile =
  | { kind: 'workbook'; sheets: WorkbookSheet[] }
  | {
      kind: 'text'
      sheets: [WorkbookSheet]
      decoded: Omit<DecodedText, 'text'>
      delimited: Pick<Delimited, 'separator' | 'isBroken'>
    }

interface Wanted {
  encoding?: Encoding
  separator?: Separator
}

/** More than so many of a hundred bytes are no letters: this was never a text. NUL is half of many a letter in UTF-16. */
const mostOdd = 2

function isBinary(bytes: Uint8Array): boolean {
  const some = bytes.subarray(0, 4096)
  const odd = some.filter((byte) => (byte > 0 && byte < 9) || (byte > 13 && byte < 32)).length
  return odd * 100 > some.length * mostOdd
}

/** Reads a file by what is in it, whatever it is called: XLSX, or text with separators. Throws `WorkbookUnreadable`. */
export async function readSheetFile(bytes: Uint8Array, wanted: Wanted = {}): Promise<SheetFile> {
  if (isWorkbook(bytes)) return { kind: 'workbook', sheets: await readWorkbook(bytes) }
  if (isBinary(bytes)) throw new WorkbookUnreadable('not_a_workbook')
  const { text, ...decoded } = await decodeText(bytes, { encoding: wanted.encoding })
  const { rows, numbers, ...delimited } = await readDelimited(text, { separator: wanted.separator })
  return { kind: 'text', sheets: [{ name: '', rows, numbers }], decoded, delimited }
}
