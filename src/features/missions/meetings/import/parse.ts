/** Cells of a file or of what was pasted, row by row; empty rows are gone. */
export interface ParsedTable {
  rows: string[][]
  separator: string
}

/** More than the API takes at once. */
export const mostRows = 2000

/** Cuts text into cells. The separator is found by itself: tab (as spreadsheets paste), semicolon, comma or bar. */
export async function parseTable(text: string): Promise<ParsedTable> {
  const { default: papa } = await import('papaparse')
  const parsed = papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: ['\t', ';', ',', '|'],
  })
  return {
    rows: parsed.data.map((row) => row.map((cell) => cell.trim())),
    separator: parsed.meta.delimiter,
  }
}
