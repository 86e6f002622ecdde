import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { exportWorkspace } from '../../src/contract/workspace.ts'
import type { TestApi } from './api.ts'

/** Which of the words stand anywhere in the database or in the workspace's file, and where. */
export async function leaksOf(api: TestApi, words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    api.db,
  )
  const texts: [string, string][] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`
      select coalesce(string_agg(to_jsonb(t)::text, ' '), '') as text from ${sql.table(name)} t`.execute(
      api.db,
    )
    texts.push([name, rows[0]?.text ?? ''])
  }
  const { bytes } = await api.call(exportWorkspace, {})
  for (const [name, content] of Object.entries(unzipSync(bytes))) texts.push([name, strFromU8(content)])
  return texts.flatMap(([name, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`),
  )
}
