import { sql } from 'kysely'
import { recordNouns } from '../../contract/primitives.ts'
import { workspace as workspaceSchema } from '../../contract/workspace.ts'
import type { Tx } from '../db/database.ts'
import { fileInvalid, tableFile } from './file-format.ts'
import { readWorkspace } from './read.ts'

/** What no constraint of the database holds: what is wrong, and the ids of rows for which it is so. */
const flaws = [
  ...['notes', 'tasks', 'documents', 'citations', 'statements'].map((table) => ({
    table,
    why: 'is about a record that is not there',
    rows: sql<{ id: string }>`select t.id from ${sql.table(table)} t where t.noun is not null and not exists (
      ${sql.join(
        recordNouns.map(
          (noun) =>
            sql`select from ${sql.table(noun)} r where t.noun = ${sql.lit(noun)} and r.id = t.record_id`,
        ),
        sql` union all `,
      )})`,
  })),
  {
    table: 'documents',
    why: 'has another size than its bytes',
    rows: sql<{
      id: string
    }>`select d.id from documents d join document_contents c using (sha256) where d.size <> octet_length(c.bytes)`,
  },
  {
    table: 'signatures',
    why: 'is for a party of another agreement',
    rows: sql<{
      id: string
    }>`select s.id from signatures s join agreement_parties p on p.id = s.party_id where p.agreement_id <> s.agreement_id`,
  },
  {
    table: 'obligations',
    why: 'belongs to an action of another agreement',
    rows: sql<{
      id: string
    }>`select o.id from obligations o join cooperation_actions a on a.id = o.action_id where a.agreement_id <> o.agreement_id`,
  },
  {
    table: 'changes',
    why: 'belongs to no change set',
    rows: sql<{
      id: string
    }>`select c.row_id as id from changes c where not exists (select from change_sets s where s.id = c.change_set_id)`,
  },
]

/** Refuses a loaded file that holds together in every table but not as a whole. */
export async function checkLoaded(tx: Tx): Promise<void> {
  const { rows } = await sql`select from workspace`.execute(tx)
  const settings = rows.length === 1 ? workspaceSchema.safeParse(await readWorkspace({ db: tx })) : undefined
  if (!settings?.success) throw fileInvalid(tableFile('workspace'), 'must have one row, with valid settings')
  for (const { table, why, rows: query } of flaws) {
    const { rows: found } = await sql<{ id: string }>`${query} limit 1`.execute(tx)
    if (found[0]) throw fileInvalid(tableFile(table), `${found[0].id} ${why}`)
  }
}
