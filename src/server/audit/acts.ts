import { sql } from 'kysely'
import type { AuditKind } from '../../contract/audit.ts'
import type { Endpoint } from '../../contract/endpoint.ts'
import type { Actor } from '../context.ts'
import type { Db } from '../db/database.ts'
import { canonicalJson } from '../workspace/canonical-json.ts'

/** Something done or seen that no change set tells of. */
export interface Noted {
  at: Date
  kind: AuditKind
  verb: string
  userId?: string | null | undefined
  personId?: string | null | undefined
  noun?: string | null | undefined
  recordId?: string | null | undefined
  changeSetId?: string | null | undefined
  /** What else is to be said: ids, counts, choices; no names, no addresses of mail, nothing that was read. */
  detail?: Record<string, unknown> | null | undefined
}

/** Notes what was done, in the caller's transaction. Where no host keeps an audit, nothing. */
export async function note(db: Db, acts: readonly Noted[]): Promise<void> {
  if (acts.length === 0) return
  const rows = acts.map(({ at, kind, verb, detail, ...act }) => ({
    at: at.toISOString(),
    kind,
    verb,
    user_id: act.userId,
    person_id: act.personId,
    noun: act.noun,
    record_id: act.recordId,
    change_set_id: act.changeSetId,
    detail: detail ? canonicalJson(detail) : null,
  }))
  await sql`
    insert into audit_entries (at, kind, verb, user_id, person_id, noun, record_id, change_set_id, detail)
    select at, kind, verb, user_id, person_id, noun, record_id, change_set_id, detail
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n
      (at timestamptz, kind text, verb text, user_id text, person_id uuid, noun text, record_id uuid, change_set_id uuid, detail text)
    where exists (select from audit_head h where h.active)`.execute(db)
}

/** Writes that no row of the history tells of, and that are told here all the same, by the noun of their operation. */
const written: Record<string, AuditKind> = {
  access: 'access',
  account: 'access',
  calendars: 'access',
  webhooks: 'access',
  workspace: 'workspace',
}

/** What put another workspace in the place of the one that the entries before it tell of. */
export const replacing: readonly string[] = ['workspace.import', 'workspace.reset']

interface Write {
  endpoint: Pick<Endpoint, 'id'>
  actor: Actor
  now: Date
  recordId: string | null
  detail: Record<string, unknown> | null
}

/** Notes a write that left nothing in the history. */
export async function noteWrite(db: Db, { endpoint, actor, now, recordId, detail }: Write): Promise<void> {
  const [noun = ''] = endpoint.id.split('.')
  const kind = written[noun]
  if (!kind) return
  const who = { userId: actor.userId, personId: actor.id }
  const about = noun === 'workspace' ? null : noun
  const told = actor.token ? { ...detail, token: actor.token.id } : detail
  await note(db, [{ at: now, kind, verb: endpoint.id, ...who, noun: about, recordId, detail: told }])
  if (replacing.includes(endpoint.id)) await adopt(db)
}

/**
 * Takes the history as it is found into the audit: each change set gets an entry. From then on what is altered in it is noticed; that it
 * was right before, nobody can say. What came with a workspace file is taken over anew even where it was here before: the file may
 * hold it otherwise.
 */
export async function adopt(db: Db): Promise<void> {
  await sql`
    insert into audit_entries (at, kind, verb, person_id, noun, record_id, change_set_id)
    select date_trunc('milliseconds', s.at), 'adopted', s.verb, s.actor_id, s.noun, s.record_id, s.id from change_sets s
    where exists (select from audit_head h where h.active)
    order by s.seq`.execute(db)
}

/** Begins the audit of a database, once: whatever is written from now on is told, whoever writes it. */
export async function beginAudit(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const begun = await tx
      .updateTable('audit_head')
      .set({ active: true })
      .where('active', '=', false)
      .returning('id')
      .executeTakeFirst()
    if (begun) await adopt(tx)
  })
}
