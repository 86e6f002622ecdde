import { maxPage } from '../../../contract/primitives.ts'
import { listRunRecords, type RunRecord } from '../../../contract/reports.ts'
import { call } from '../../../data/client.ts'

/** Every record behind a run, page after page; `onPage` hears how many there are so far, and of how many. */
export async function everyRecord(
  run: string,
  signal: AbortSignal | undefined,
  onPage: (done: number, total: number) => void = () => {},
): Promise<RunRecord[]> {
  const rows: RunRecord[] = []
  let cursor: string | null = null
  do {
    const query: { limit: number; cursor?: string } = { limit: maxPage, ...(cursor ? { cursor } : {}) }
    const page = await call(listRunRecords, { params: { run }, query }, { signal })
    rows.push(...page.items)
    cursor = page.next
    onPage(rows.length, page.total)
    signal?.throwIfAborted()
  } while (cursor !== null)
  return rows
}
