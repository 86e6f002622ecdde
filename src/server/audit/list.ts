import { type RawBuilder, sql } from 'kysely'
import type { AuditEntry, AuditFilters, listAudit } from '../../contract/audit.ts'
import type { Context } from '../context.ts'
import { invalidField } from '../failure.ts'
import type { Verb } from '../route.ts'

/** Who saw or changed what, newest first. */
export const listEntries: Verb<typeof listAudit> = async (ctx, { query: { cursor, limit, ...filters } }) => {
  const rows = await entriesWhere(
    ctx,
    sql`${narrowedBy(filters)} and ${cursor ? before(cursor) : sql`true`}`,
    limit + 1,
  )
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { items: shown, next: last ? `${last.at}.${last.seq}` : null }
}

/** What the filters ask of an entry `e`. Days are those of UTC. */
export function narrowedBy({ kind, person, noun, recordId, from, to }: AuditFilters): RawBuilder<unknown> {
  const kinds = kind === 'change' ? ['change', 'adopted'] : [kind]
  return sql.join(
    [
      kind ? sql`e.kind = any (${sql.val(kinds)}::text[])` : sql`true`,
      person ? sql`e.person_id = ${person}` : sql`true`,
      noun ? sql`e.noun = ${noun}` : sql`true`,
      recordId ? sql`e.record_id = ${recordId}` : sql`true`,
      from ? sql`e.at >= ${`${from}T00:00:00Z`}::timestamptz` : sql`true`,
      to ? sql`e.at < ${`${to}T00:00:00Z`}::timestamptz + interval '1 day'` : sql`true`,
    ],
    sql` and `,
  )
}

function before(cursor: string): RawBuilder<unknown> {
  const [, at, seq] = /^(\d{4}-[\d-]{5}T[\d:.]{12}Z)\.(\d{1,15})$/.exec(cursor) ?? []
  const instant = Date.parse(at ?? '')
  if (Number.isNaN(instant)) throw invalidField('cursor', 'cursor', 'Not a cursor of this list')
  return sql`(e.at, e.seq) < (${new Date(instant).toISOString()}::timestamptz, ${seq}::bigint)`
}

/** Entries that a condition over `e` narrows to, with the names that what they are about has now. */
export async function entriesWhere(
  { db }: Pick<Context, 'db'>,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<AuditEntry[]> {
  const { rows } = await sql<Omit<AuditEntry, 'detail'> & { detail: string | null }>`
    with e as materialized (
      select e.* from audit_entries e where ${condition} order by e.at desc, e.seq desc limit ${limit}
    )
    select e.seq, e.position, e.at, e.kind, e.verb, e.noun, e.record_id as "recordId", e.change_set_id as "changeSetId", e.detail, e.expired,
      case when p.id is not null then json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)) end as person,
      u.email, case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as token, coalesce(
        case e.noun
          when 'access' then (select a.email from auth_users a where a.id = e.record_id)
          when 'account' then (select a.name from api_tokens a where a.id = e.record_id)
          when 'documents' then (select d.filename from documents d where d.id = e.record_id)
          when 'claims' then (select coalesce(c.title, c.number::text) from claims c where c.id = e.record_id)
          else record_title(e.noun, e.record_id)
        end, s.title) as title
    from e
    left join people p on p.id = e.person_id
    left join auth_users u on u.id::text = e.user_id
    left join api_tokens k on k.id::text = e.detail::jsonb ->> 'token'
    left join change_sets s on s.id = e.change_set_id
    order by e.at desc, e.seq desc`.execute(db)
  return rows.map(({ detail, ...row }) => ({ ...row, detail: detail === null ? null : JSON.parse(detail) }))
}
