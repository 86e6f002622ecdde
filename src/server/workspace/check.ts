import { type RawBuilder, sql } from 'kysely'
import { grantRules } from '../../contract/grants.ts'
import { recordNouns } from '../../contract/primitives.ts'
import { workspace as workspaceSchema } from '../../contract/workspace.ts'
import type { Tx } from '../db/database.ts'
import { fileInvalid, tableFile } from './file-format.ts'
import { readWorkspace } from './read.ts'

interface Flaw {
  table: string
  why: string
  rows: RawBuilder<unknown>
}

/** What no constraint of the database holds: what is wrong, and the ids of rows for which it is so. */
const flaws: readonly Flaw[] = [
  ...['notes', 'tasks', 'documents', 'citations', 'statements'].map((table) => ({
    table,
    why: 'is about a record that is not there',
    rows: sql`select t.id from ${sql.table(table)} t where t.noun is not null and not exists (
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
    rows: sql`select d.id from documents d join document_contents c using (sha256) where d.size <> octet_length(c.bytes)`,
  },
  {
    table: 'signatures',
    why: 'is for a party of another agreement',
    rows: sql`select s.id from signatures s join agreement_parties p on p.id = s.party_id where p.agreement_id <> s.agreement_id`,
  },
  {
    table: 'obligations',
    why: 'belongs to an action of another agreement',
    rows: sql`select o.id from obligations o join cooperation_actions a on a.id = o.action_id where a.agreement_id <> o.agreement_id`,
  },
  {
    table: 'mission_agreements',
    why: 'serves an action of another agreement',
    rows: sql`
    select t.id from mission_agreements t join cooperation_actions a on a.id = t.action_id where a.agreement_id <> t.agreement_id`,
  },
  {
    table: 'participations',
    why: 'has no state',
    rows: sql`
    select t.id from participations t where not exists (select from participation_states s where s.participation_id = t.id)`,
  },
  {
    table: 'missions',
    why: 'has more companies than places',
    rows: sql`
    select t.id from missions t where t.capacity < places_taken(t.id)`,
  },
  {
    table: 'participation_scores',
    why: 'is by a criterion of another mission',
    rows: sql`
    select t.id from participation_scores t join participations p on p.id = t.participation_id
    join mission_criteria c on c.id = t.criterion_id where c.mission_id <> p.mission_id`,
  },
  {
    table: 'unavailabilities',
    why: 'is a slot of another mission',
    rows: sql`
    select t.id from unavailabilities t join participations p on p.id = t.participation_id
    join slots l on l.id = t.slot_id where l.mission_id <> p.mission_id`,
  },
  {
    table: 'table_closures',
    why: 'joins a table and a slot of other missions',
    rows: sql`
    select t.id from table_closures t join meeting_tables m on m.id = t.table_id join slots l on l.id = t.slot_id
    where m.mission_id <> t.mission_id or l.mission_id <> t.mission_id`,
  },
  {
    table: 'outcome_companies',
    why: 'belongs to an outcome of another mission',
    rows: sql`
    select t.id from outcome_companies t join outcomes o on o.id = t.outcome_id where o.mission_id <> t.mission_id`,
  },
  {
    table: 'outcomes',
    why: 'came of a meeting of another mission',
    rows: sql`
    select t.id from outcomes t join meetings m on m.id = t.meeting_id where m.mission_id <> t.mission_id`,
  },
  {
    table: 'expense_shares',
    why: 'makes the shares of its expense more than the whole',
    rows: sql`
    select min(t.id::text) as id from expense_shares t group by t.expense_id having sum(t.bp) > 10000`,
  },
  {
    table: 'grant_funders',
    why: 'makes the shares of its grant more than the whole',
    rows: sql`
    select min(t.id::text) as id from grant_funders t group by t.grant_id having sum(t.share_bp) > 10000`,
  },
  {
    table: 'claim_rows',
    why: 'is of a share of another expense or grant',
    rows: sql`
    select t.id from claim_rows t join expense_shares s on s.id = t.share_id
    where s.expense_id <> t.expense_id or s.grant_id <> t.grant_id`,
  },
  {
    table: 'changes',
    why: 'belongs to no change set',
    rows: sql`select c.row_id as id from changes c where not exists (select from change_sets s where s.id = c.change_set_id)`,
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
  const grants = await tx.selectFrom('grants').select(['id', 'rules']).execute()
  for (const { id, rules } of grants)
    if (!grantRules.safeParse(rules).success)
      throw fileInvalid(tableFile('grants'), `${id} has rules that can’t be read`)
}
