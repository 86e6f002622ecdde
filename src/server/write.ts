import { sql } from 'kysely'
import type { Endpoint } from '../contract/endpoint.ts'
import { recordNouns } from '../contract/primitives.ts'
import { replacingWorkspace } from '../contract/workspace.ts'
import type { Answer } from './answer.ts'
import { noteWrite } from './audit/acts.ts'
import { refreshChangedCompanies } from './companies/standing.ts'
import type { Context } from './context.ts'
import { isAway, persistently } from './db/away.ts'
import type { Tx } from './db/database.ts'
import { isRetryable } from './db/violations.ts'
import { claimKey, keepAnswer } from './idempotency.ts'
import { tellReplaced } from './webhooks/tell.ts'

interface Write {
  endpoint: Endpoint
  key: string | null
  fingerprint: string
  /** Runs the verb in the transaction it is handed; gives its answer and the record it was about. */
  run: (ctx: Context) => Promise<{ answer: Answer; recordId: string | null }>
}

/**
 * One write: one transaction that holds the key, the change, its audit and its answer. Done again where it met another, and where
 * the database went away: without a key only before it was to be kept, as nobody could tell afterwards whether it was.
 */
export async function write(ctx: Context, what: Write): Promise<Answer> {
  let keeping = false
  const work = () => {
    keeping = false
    return ctx.db.transaction().execute(async (tx) => {
      const answer = await once(tx, ctx, what)
      keeping = true
      return answer
    })
  }
  return persistently(
    work,
    (error) => isRetryable(error) || (isAway(error) && (what.key !== null || !keeping)),
  )
}

/** Writes that go over much at once, and so may take long. */
const takesLong = ({ id }: Endpoint) => /^(?:workspace|imports|bulk|rates|history|access)\.|\.merge$/.test(id)

async function once(tx: Tx, ctx: Context, what: Write): Promise<Answer> {
  if (what.key) {
    const stored = await claimKey(tx, what.key, what.fingerprint, ctx.now)
    if (stored) return stored
  }
  const changeSetId = ctx.newId()
  await sql`
    select set_config('corridor.change_set', ${changeSetId}, true), set_config('corridor.now', ${ctx.now.toISOString()}, true),
      set_config('corridor.sample', ${ctx.sample ? 'on' : ''}, true), set_config('corridor.user', ${ctx.actor.userId ?? ''}, true),
      set_config('corridor.token', ${ctx.actor.token?.id ?? ''}, true)`.execute(tx)
  if (takesLong(what.endpoint)) await allowLong(tx)
  let detail: Record<string, unknown> | null = null
  const tell: Context['tell'] = (more) => {
    detail = { ...detail, ...more }
  }
  const { answer, recordId } = await what.run({ ...ctx, db: tx, changeSetId, tell })
  await refreshChangedCompanies(tx, changeSetId)
  if (await keepChangeSet(tx, ctx, what.endpoint, recordId, changeSetId))
    answer.headers['x-change-set'] = changeSetId
  else await noteWrite(tx, { endpoint: what.endpoint, actor: ctx.actor, now: ctx.now, recordId, detail })
  if (replacingWorkspace.includes(what.endpoint.id))
    await tellReplaced(tx, { verb: what.endpoint.id, now: ctx.now })
  if (what.key) await keepAnswer(tx, what.key, withheld(what.endpoint, answer))
  return answer
}

/** Where statements are bounded at all, those of this transaction may take a quarter of an hour. */
const allowLong = (tx: Tx) =>
  sql`select set_config('statement_timeout', '15min', true) where current_setting('statement_timeout') <> '0'`.execute(
    tx,
  )

/** What a secret is told in once is not kept to be told again. */
function withheld({ once }: Endpoint, answer: Answer): Answer {
  if (!once || typeof answer.body !== 'string') return answer
  const body = { ...JSON.parse(answer.body), ...Object.fromEntries(once.map((field) => [field, null])) }
  return { ...answer, body: JSON.stringify(body) }
}

/** Signs the noted row changes with who, when and what; gives false where nothing was changed. */
async function keepChangeSet(
  tx: Tx,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  endpoint: Endpoint,
  recordId: string | null,
  id: string,
): Promise<boolean> {
  const [noun] = endpoint.id.split('.') as [string]
  const own = (recordNouns as readonly string[]).includes(noun) && recordId ? { noun, recordId } : null
  const { rows } = await sql`
    insert into change_sets (id, at, actor_id, verb, noun, record_id, title)
    select ${id}, ${now.toISOString()}, ${actor.id}, ${endpoint.id}, about.noun, about.record_id,
      coalesce(record_title(about.noun, about.record_id), (
        -- A record that is gone is still called what its row said last.
        select row_title(coalesce(c.after, c.before)) from changes c
        where c.change_set_id = ${id} and c.noun is not distinct from about.noun and c.record_id is not distinct from about.record_id
        order by c.table_name = c.noun desc nulls last, c.seq limit 1
      ))
    from (
      select c.noun, c.record_id
      -- Those of the change first: in the order of seq the whole history would be gone through for its few last rows.
      from (select noun, record_id, seq from changes where change_set_id = ${id} offset 0) c
      order by c.noun = ${own?.noun ?? null}::text and c.record_id = ${own?.recordId ?? null}::uuid desc nulls last, c.seq
      limit 1
    ) about
    -- A verb that knows better than its first row what it was about has signed for itself.
    on conflict (id) do update set at = excluded.at
    returning id`.execute(tx)
  return rows.length > 0
}
