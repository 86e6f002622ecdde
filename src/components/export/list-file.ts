import type { CallInput, Endpoint, Reply } from '../../contract/endpoint.ts'
import { maxPage } from '../../contract/primitives.ts'
import { call } from '../../data/client.ts'
import type { CsvCell } from '../../sheets/write-csv.ts'

export type ListFormat = 'csv' | 'xlsx'

interface Page<Row> {
  items: Row[]
  next: string | null
  total?: number
}

/** Every row that a list's query finds, page after page in its order. Rejects with the signal's reason where it is cancelled. */
export async function everyRow<E extends Endpoint>(
  endpoint: E,
  query: object,
  { signal, onPage }: { signal?: AbortSignal; onPage?: (done: number, total: number | null) => void } = {},
): Promise<(Reply<E> extends { items: (infer Row)[] } ? Row : never)[]> {
  type Row = Reply<E> extends { items: (infer R)[] } ? R : never
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const asked: object = { ...query, limit: maxPage, ...(cursor === null ? {} : { cursor }) }
    const page = (await call(endpoint, { query: asked } as CallInput<E>, { signal })) as unknown as Page<Row>
    rows.push(...page.items)
    cursor = page.next
    onPage?.(rows.length, page.total ?? null)
    signal?.throwIfAborted()
  } while (cursor !== null)
  return rows
}

/** Heads and rows as a file. Texts are safe to open in a spreadsheet, numbers and dates are the same in every language. */
export async function listFile(
  name: string,
  heads: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  format: ListFormat,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string; filename: string }> {
  const all = [heads, ...rows]
  const filename = `${name.replaceAll(/[/\\:*?"<>|]/g, '_')}.${format}`
  if (format === 'csv') {
    const { writeCsv } = await import('../../sheets/write-csv.ts')
    return { bytes: await writeCsv(all), mediaType: 'text/csv; charset=utf-8', filename }
  }
  const { workbookType, writeWorkbook } = await import('../../sheets/write-workbook.ts')
  const bytes = await writeWorkbook([{ name, rows: all, heads: 1, widths: heads.map(() => 24) }])
  return { bytes, mediaType: workbookType, filename }
}
