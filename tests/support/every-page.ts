/** Every row of a list, page by page. */
export async function everyPage<Row>(
  page: (cursor: string | null) => Promise<{ items: Row[]; next: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const { items, next } = await page(cursor)
    rows.push(...items)
    cursor = next
  } while (cursor)
  return rows
}
