import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { fileTables } from '../file-format.ts'

/** A table as the removal of sample data sees it. */
export interface Shape {
  table: string
  /** Its rows say of themselves whether they are sample data. */
  marked: boolean
  /** The noun whose records its rows are part of, '' where each row names its own; and the column that says which. */
  noun: string
  root: string
  /** Columns that hold the id of a row of another table. */
  refers: { column: string; to: string }[]
}

/**
 * Rows that mean nothing without what they refer to, besides the parts of a record: a request needs both its sides, a
 * participation its organisation, a claim's row its claim. All else that refers to sample data stands in the way of its removal.
 */
const alsoPartOf: Readonly<Record<string, readonly string[]>> = {
  participations: ['mission_id', 'organisation_id'],
  table_closures: ['table_id', 'slot_id'],
  participation_scores: ['criterion_id'],
  unavailabilities: ['slot_id'],
  requests: ['from_id', 'to_id'],
  meetings: ['mission_id', 'a_id', 'b_id'],
  meeting_orders: ['after_id'],
  outcome_companies: ['outcome_id'],
  follow_ups: ['participation_id'],
  budget_amounts: ['version_id'],
  claim_rows: ['claim_id'],
  claim_sums: ['claim_id'],
  merged_organisations: ['id'],
  merged_people: ['id'],
  saved_views: ['owner_id'],
  default_views: ['owner_id', 'view_id'],
  pins: ['owner_id'],
}

/** The references by which rows of a table go with what they refer to. */
export const partOf = ({ table, noun, root, refers }: Shape) =>
  refers.filter(({ column, to }) => (to === noun && column === root) || alsoPartOf[table]?.includes(column))

/**
 * Every table whose changes are noted, each after those that it refers to. Read from the database, which knows of each table
 * what it is part of (the arguments of its trigger) and what it refers to: a table added later is in it.
 */
export async function shapesOf(ctx: Pick<Context, 'db'>): Promise<Shape[]> {
  const { rows } = await sql<Omit<Shape, 'noun' | 'root'> & { args: string }>`
    select c.relname as "table", encode(t.tgargs, 'escape') as args,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'sample' and not a.attisdropped) as marked,
      coalesce((
        select json_agg(json_build_object('column', a.attname, 'to', p.relname))
        from pg_constraint f
        join pg_class p on p.oid = f.confrelid
        cross join lateral unnest(f.conkey, f.confkey) k (own, theirs)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.own
        join pg_attribute r on r.attrelid = p.oid and r.attnum = k.theirs and r.attname = 'id'
        where f.conrelid = c.oid and f.contype = 'f'
      ), '[]') as refers
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    where t.tgname = 'noted' and c.relnamespace = current_schema()::regnamespace and c.relname <> 'workspace'`.execute(
    ctx.db,
  )
  const order = fileTables.map(({ name }) => name)
  return rows
    .map(({ args, ...shape }) => {
      const [noun = '', root = ''] = args.split('\\000')
      return { ...shape, noun, root }
    })
    .sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
}
