/** What a spreadsheet takes for the beginning of a formula, also behind apostrophes of ours: OWASP, "CSV Injection". */
const startsFormula = /^'*[=+\-@\t\r\n]/
const wasDefused = /^'+[=+\-@\t\r\n]/

/** A text that no spreadsheet takes for a formula: with an apostrophe before it where it would. `plainCell` undoes it. */
export const safeCell = (text: string): string => (startsFormula.test(text) ? `'${text}` : text)

/** The text that was made safe by `safeCell`, here or by another program that does the same. */
export const plainCell = (text: string): string => (wasDefused.test(text) ? text.slice(1) : text)
