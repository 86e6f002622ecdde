import { plainCell } from './safe-cell.ts'
import { type Table, tableOf } from './table.ts'

export interface WorkbookSheet extends Table {
  name: string
}

/** Why a file can't be read as a workbook. `old`: the format of before 2007, which Excel can save as XLSX. */
export type WorkbookRefusal = 'not_a_workbook' | 'old' | 'too_large'

export class WorkbookUnreadable extends Error {
  readonly refusal: WorkbookRefusal
  constructor(refusal: WorkbookRefusal) {
    super(`The workbook can't be read: ${refusal}`)
    this.refusal = refusal
  }
}

/** What a workbook may be when unpacked: a small file can hold very much. */
const maxBytes = 256 * 1024 * 1024

/** What the name of a file, or its beginning, says: a workbook is a zip. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || isOldWorkbook(bytes)

const isOldWorkbook = (bytes: Uint8Array) =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0

/**
 * The sheets of an XLSX file as text: days as YYYY-MM-DD, numbers as digits with a point, formulas as what they came to when
 * the file was saved. Throws `WorkbookUnreadable`.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookSheet[]> {
  if (isOldWorkbook(bytes)) throw new WorkbookUnreadable('old')
  const { default: read } = await import('read-excel-file/universal')
  const unpacked = await repacked(bytes)
  const sheets = await read<Digits>(unpacked, { trim: false, parseNumber: digitsOf }).catch(() => {
    throw new WorkbookUnreadable('not_a_workbook')
  })
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    ...tableOf(data.map((row) => row.map((cell: unknown) => plainCell(textOf(cell))))),
  }))
}

/**
 * The archive with nothing packed in it. The library unpacks large parts in a worker made of a blob, which the pages'
 * Content-Security-Policy forbids: it would wait for ever.
 */
async function repacked(bytes: Uint8Array): Promise<ArrayBuffer> {
  const { unzipSync, zipSync } = await import('fflate')
  let size = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name)) return false
        size += originalSize
        if (size > maxBytes) throw new WorkbookUnreadable('too_large')
        return true
      },
    })
    return zipSync(parts, { level: 0 }).buffer
  } catch (error) {
    throw error instanceof WorkbookUnreadable ? error : new WorkbookUnreadable('not_a_workbook')
  }
}

/** Marks a number among the cells, since a text may look like one. */
class Digits {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** To the fifteen digits that spreadsheets show: they keep 1234.56 as 1234.5599999999999. */
function digitsOf(kept: string): Digits {
  const value = Number(kept)
  if (!Number.isFinite(value)) return new Digits(kept)
  const [, sign = '', first = '', rest = '', power = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(14)) ?? []
  const digits = `${first}${rest}`
  const point = 1 + Number(power)
  if (point > 40 || point < -40) return new Digits(kept)
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0')
  const behind = (point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point)).replace(/0+$/, '')
  if (behind === '') return new Digits(sign + whole)
  // Three decimals look like a group of thousands to whoever reads amounts as people write them; four don't.
  return new Digits(`${sign}${whole}.${behind.length === 3 ? `${behind}0` : behind}`)
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Digits) return cell.text
  if (cell instanceof Date) return dayOrInstant(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return String(cell)
}

/** The library gives the day on the sheet as midnight in UTC: read as such it never shifts. */
function dayOrInstant(date: Date): string {
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}
