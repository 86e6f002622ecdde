import { type ImportDefaults, noDefaults } from '../../../domain/import/draft.ts'
import type { ImportField } from '../../../domain/import/fields.ts'
import type { Encoding } from '../../../sheets/decode-text.ts'
import type { Separator } from '../../../sheets/read-delimited.ts'

/** All that somebody says about a file before it is matched; kept through reloads, the file itself beside it. */
export interface Choices {
  encoding: Encoding | null
  separator: Separator | null
  sheet: number
  /** Which row heads the columns, counted from 0; -1 for none; null as found. */
  head: number | null
  /** What the columns hold; null as proposed. */
  mapping: (ImportField | null)[] | null
  defaults: ImportDefaults
  onUpdate: 'fill' | 'overwrite'
  /** Cells corrected: by "row column". */
  edits: Record<string, string>
}

export const noChoices: Choices = {
  encoding: null,
  separator: null,
  sheet: 0,
  head: null,
  mapping: null,
  defaults: noDefaults,
  onUpdate: 'fill',
  edits: {},
}

export const draftKey = 'import'

export const cellKey = (row: number, column: number): string => `${row} ${column}`
