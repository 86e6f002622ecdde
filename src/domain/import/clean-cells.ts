import type { CellProblem } from './draft.ts'
import type { ImportField } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { hasLostLetters, looksBroken, repaired } from './mojibake.ts'

/** Longest texts, as the contract has them. */
const longest: Partial<Record<ImportField, number>> = {
  legalForm: 100,
  postcode: 20,
  street: 500,
  focus: 20_000,
  givenName: 200,
  familyName: 200,
  personName: 200,
  nativeName: 200,
  phone: 60,
  note: 20_000,
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** The cells that hold something, mended where they were broken without loss; what is wrong with their letters is noted. */
export function cleanColumns(cells: readonly string[], mapping: Mapping, problems: CellProblem[]) {
  return mapping.flatMap((field, column) => {
    const given = cells[column] ?? ''
    if (!field || given.trim() === '') return []
    const note = (code: string, severity: CellProblem['severity'], params?: Record<string, string>) =>
      problems.push({ column, field, code, severity, ...(params ? { params } : {}) })
    const mended = repaired(given)
    if (mended !== null) note('repaired', 'repair', { from: given, to: mended })
    else if (hasLostLetters(given)) note('lost_letters', 'warning')
    else if (looksBroken(given)) note('broken_letters', 'warning')
    const whole = (mended ?? given).toWellFormed().replaceAll(controls, ' ').trim()
    const text = ['focus', 'street', 'note'].includes(field) ? whole : whole.replaceAll(/\s+/g, ' ')
    if (text === '') return []
    const most = longest[field] ?? 300
    if (text.length > most && !['sectors', 'themes', 'website', 'focus'].includes(field))
      note('too_long', 'error', { most: String(most) })
    return [
      {
        column,
        field,
        text: text.slice(0, field === 'focus' || field === 'website' ? 20_000 : Math.max(most, 2000)),
      },
    ]
  })
}
