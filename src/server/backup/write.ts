import { sql } from 'kysely'
import { note } from '../audit/acts.ts'
import type { Db, Tx } from '../db/database.ts'
import { migrations } from '../db/migrations.ts'
import { inOneState, type Sink, writeWorkspace } from '../workspace/export.ts'
import { hostFile, hostManifestName } from '../workspace/file-format.ts'
import { carriedHostTables, keyOf } from './host-tables.ts'

/** Rows fetched at a time. */
const chunk = 2000

/**
 * Writes a backup, piece by piece: the workspace file, and in it what is the host's own (accounts, roles, tokens, resend keys, the
 * audit). One state of it all, whatever is written meanwhile. That it was made is in the audit, and in itself.
 */
export async function writeBackup(db: Db, now: Date, sink: Sink): Promise<void> {
  await note(db, [{ at: now, kind: 'export', verb: 'host.backup' }])
  await inOneState(db, (tx) =>
    writeWorkspace(tx, sink, async (writer) => {
      const tables: Record<string, number> = {}
      for (const table of carriedHostTables)
        tables[table] = await writer.lines(hostFile(table), pagesOf(tx, table))
      const schema = migrations.at(-1)?.name ?? ''
      const manifest = { format: 'corridor-host', version: 1, schema, madeAt: now.toISOString(), tables }
      await writer.text(hostManifestName, `${JSON.stringify(manifest, null, 2)}\n`)
    }),
  )
}

async function* pagesOf(tx: Tx, table: string): AsyncGenerator<unknown[]> {
  const key = await keyOf(tx, table)
  const order = key.length > 0 ? sql.join(key.map((name) => sql.ref(name))) : sql`to_jsonb(t)::text`
  await sql`declare of_backup no scroll cursor for select to_jsonb(t) as row from ${sql.table(table)} t order by ${order}`.execute(
    tx,
  )
  for (;;) {
    const { rows } = await sql<{ row: unknown }>`fetch ${sql.lit(chunk)} from of_backup`.execute(tx)
    yield rows.map(({ row }) => row)
    if (rows.length < chunk) break
  }
  await sql`close of_backup`.execute(tx)
}
