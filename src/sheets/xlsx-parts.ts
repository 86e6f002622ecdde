import { columnLetters, type Sheet, type SheetCell } from './cells.ts'
import { safeCell } from './safe-cell.ts'

/** The parts of a workbook besides its sheets: ECMA-376, Office Open XML, as little of it as Excel and LibreOffice ask for. */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const package_ = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const format = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Cell formats by their place in the style sheet. Numbers with n decimals stand at `decimals + n`. */
const styles = { plain: 0, head: 1, day: 2, quoted: 3, decimals: 4 }
const mostDecimals = 6

export const contentTypes = (sheets: number): string =>
  `${head}<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${format}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${format}.styles+xml"/>${eachOf(sheets, (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${format}.worksheet+xml"/>`)}</Types>`

export const rootLinks = `${head}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const workbookLinks = (sheets: number): string =>
  `${head}<Relationships xmlns="${package_}/relationships">${eachOf(sheets, (n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`

/** Formulas are reckoned again when the file is opened. */
export const workbook = (names: readonly string[]): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((name, n) => `<sheet name="${xml(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`

export const styleSheet = (): string => {
  const numbers = Array.from({ length: mostDecimals + 1 }, (_, n) => 165 + n)
  const codeOf = (n: number) => (n === 0 ? '#,##0' : `#,##0.${'0'.repeat(n)}`)
  const formats = numbers.map((id, n) => `<numFmt numFmtId="${id}" formatCode="${codeOf(n)}"/>`)
  const numberXfs = numbers.map((id) => `<xf numFmtId="${id}" fontId="0" xfId="0" applyNumberFormat="1"/>`)
  return `${head}<styleSheet xmlns="${main}"><numFmts count="${formats.length + 1}"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>${formats.join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${4 + numbers.length}"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" xfId="0" applyNumberFormat="1"/><xf xfId="0" quotePrefix="1"/>${numberXfs.join('')}</cellXfs></styleSheet>`
}

export function worksheet({ rows, heads = 0, widths = [] }: Sheet): string {
  const pane =
    heads > 0
      ? `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${heads}" topLeftCell="A${heads + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
      : ''
  const columns = widths.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  )
  const body = rows.map((row, n) => {
    const cells = row.map((cell, column) => cellAt(cell, `${columnLetters(column)}${n + 1}`, n < heads))
    return `<row r="${n + 1}">${cells.join('')}</row>`
  })
  return `${head}<worksheet xmlns="${main}">${pane}${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${body.join('')}</sheetData></worksheet>`
}

function cellAt(cell: SheetCell, at: string, isHead: boolean): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'string') return textAt(cell, at, isHead)
  if (cell.kind === 'day') return `<c r="${at}" s="${styles.day}"><v>${serialOf(cell.day)}</v></c>`
  const style = styleOf(cell.decimals)
  if (cell.kind === 'formula')
    return `<c r="${at}" s="${style}"><f>${xml(cell.formula)}</f><v>${cell.digits}</v></c>`
  return isExact(cell.digits)
    ? `<c r="${at}" s="${style}"><v>${cell.digits}</v></c>`
    : textAt(cell.digits, at, isHead)
}

/** Longer texts damage the file for Excel. */
const longestText = 32_767

/**
 * A text is of a type that is never reckoned; where it looks like a formula, the cell is also quoted, so that it stays a text
 * when somebody edits it. An apostrophe is only put before what was written with one, so that reading gives back the same.
 */
function textAt(text: string, at: string, isHead: boolean): string {
  const cut = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text
  const looksLikeFormula = safeCell(cut) !== cut
  const style = looksLikeFormula ? styles.quoted : isHead ? styles.head : styles.plain
  const kept = looksLikeFormula && cut.startsWith("'") ? safeCell(cut) : cut
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(kept)}</t></is></c>`
}

/** Whether a spreadsheet, which reckons in binary, keeps every digit. */
const isExact = (digits: string) => digits.replace(/\D/g, '').replace(/^0+/, '').length <= 15

const styleOf = (decimals: number | null) =>
  decimals === null ? styles.plain : styles.decimals + Math.min(decimals, mostDecimals)

/** Days since the last of 1899, as spreadsheets count from March 1900 on. */
const serialOf = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569

const eachOf = (count: number, write: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => write(n + 1)).join('')

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text in XML; letters that XML has no place for are written as Excel writes them: "_x0001_". */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (letter) => `_x${hex(letter)}_`)
    .replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)

const hex = (letter: string) => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
