import { sql } from 'kysely'
import type { ChangeSet } from '../../contract/history.ts'
import type { Context } from '../context.ts'
import { currenciesIn, namesIn } from './names.ts'

/** How many rows of one change are listed; the rest is counted. */
const listedChanges = 200

type Head = Omit<ChangeSet, 'changes' | 'moreChanges' | 'names' | 'currencies'> & { seq: number }
type Row = ChangeSet['changes'][number]

/**
 * Change sets that a condition over `s` (change_sets) narrows to, newest first. Of those that are about something else than the record
 * whose history it is, an import or many records edited at once, only its own rows are listed; the rest is counted.
 */
export async function changeSetsWhere(
  ctx: Context,
  condition: ReturnType<typeof sql<boolean>>,
  limit: number,
  of?: string,
): Promise<{ seq: number; changeSet: ChangeSet }[]> {
  const { rows: heads } = await sql<Head>`
    select s.seq, s.id, s.at, s.verb, s.noun, s.record_id as "recordId", s.title, s.undo_of as "undoOf", s.undone_by as "undoneBy",
      case when p.id is not null then json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)) end as actor
    from change_sets s left join people p on p.id = s.actor_id
    where ${condition}
    order by s.seq desc
    limit ${limit}`.execute(ctx.db)
  const changes = await changesOf(
    ctx,
    heads.map((head) => head.id),
    of,
  )
  const names = await namesIn(
    ctx,
    [...changes.values()].flatMap(({ rows }) => rows),
  )
  const currencies = await currenciesIn(
    ctx,
    [...changes.values()].flatMap(({ rows }) => rows),
  )
  return heads.map(({ seq, ...head }) => {
    const { rows, more } = changes.get(head.id) ?? { rows: [], more: 0 }
    const words = { names: namesOf(rows, names), currencies: namesOf(rows, currencies) }
    return { seq, changeSet: { ...head, changes: rows, moreChanges: more, ...words } }
  })
}

async function changesOf(
  ctx: Context,
  ids: string[],
  of?: string,
): Promise<Map<string, { rows: Row[]; more: number }>> {
  const found = new Map<string, { rows: Row[]; more: number }>()
  if (ids.length === 0) return found
  const own = of
    ? sql<boolean>`coalesce(s.record_id = ${of} or c.record_id = ${of} or c.row_id = ${of}, false)`
    : sql<boolean>`true`
  const { rows } = await sql<Row & { changeSetId: string; total: number }>`
    select change_set_id as "changeSetId", table_name as "table", row_id as "rowId", before, after, total
    from (
      select c.*, row_number() over (partition by c.change_set_id order by not ${own}, c.seq) as nth,
        count(*) over (partition by c.change_set_id) as total, ${own} as is_own
      from changes c join change_sets s on s.id = c.change_set_id where c.change_set_id = any (${ids}::uuid[])
    ) c
    where nth <= ${listedChanges} and is_own
    order by seq`.execute(ctx.db)
  for (const { changeSetId, total, ...row } of rows) {
    const held = found.get(changeSetId) ?? { rows: [], more: total }
    held.rows.push(row)
    held.more -= 1
    found.set(changeSetId, held)
  }
  return found
}

/** Of all names, those that a set's own rows mention. */
function namesOf(rows: readonly Row[], names: ReadonlyMap<string, string>): Record<string, string> {
  const own: Record<string, string> = {}
  for (const row of rows)
    for (const value of [...Object.values(row.before ?? {}), ...Object.values(row.after ?? {})]) {
      const name = typeof value === 'string' ? names.get(value) : undefined
      if (name !== undefined) own[value as string] = name
    }
  return own
}
