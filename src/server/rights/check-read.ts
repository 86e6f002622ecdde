import { sql } from 'kysely'
import type { Endpoint } from '../../contract/endpoint.ts'
import { recordNouns } from '../../contract/primitives.ts'
import { rightOf, rightToRead } from '../../contract/rights.ts'
import type { Reach } from '../../domain/rights.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { inScope } from '../scope.ts'
import { may, notYours, reachIn } from './authorise.ts'

interface Asked {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
}

/**
 * Narrows a read to what the actor's right reaches, and gives what is to be asked for instead: a list in the scope of their own
 * organisation or alliance, and a single record only where it is in that scope. What hangs on records of a noun is read by who
 * may read these.
 */
export async function narrowed<I>(ctx: Context, endpoint: Endpoint, input: I): Promise<I> {
  if (!ctx.actor.appointments) return input
  const asked = input as Asked
  const noun = await nounAbout(ctx, endpoint, asked)
  if (noun && !may(ctx.actor, rightToRead(noun)))
    throw new Failure('right_missing', 'None of your roles lets you read what this is about')
  const reach = reachIn(ctx.actor, rightOf(endpoint))
  if (reach === null || reach === 'everywhere') return input
  const places = await placesOf(ctx, reach)
  const { id } = asked.params ?? {}
  if (typeof id === 'string') {
    await mustBeInScope(ctx, endpoint, id, places)
    return input
  }
  if (!endpoint.query || !('cluster' in endpoint.query.shape)) throw notYours()
  return { ...input, query: { ...asked.query, ...ownScope(asked.query ?? {}, places) } }
}

/** Whose records' notes, documents, history or the like are asked for. */
async function nounAbout(ctx: Context, { id }: Endpoint, { params, query }: Asked): Promise<string | null> {
  if (id === 'documents.download') {
    const found = await ctx.db
      .selectFrom('documents')
      .select('noun')
      .where('id', '=', String(params?.id))
      .executeTakeFirst()
    return found?.noun ?? null
  }
  const about = id === 'dossier.read' || id === 'history.list' || id === 'search.all'
  return about && typeof query?.noun === 'string' && id !== 'search.all' ? query.noun : null
}

/** Whether the actor may read a record of a noun, or what hangs on another: that tells itself what it is about. */
export function mayReadFound({ actor }: Pick<Context, 'actor'>, noun: string, found: unknown): boolean {
  const { noun: on, about } = (found ?? {}) as { noun?: unknown; about?: { noun?: unknown } | null }
  const of = on ?? about?.noun ?? noun
  const right = rightToRead(typeof of === 'string' ? of : noun)
  // A noun without a right of its own to read is read with what it is part of.
  return right === null || may(actor, right)
}

type Place = { cluster: string } | { alliance: string }

async function placesOf(ctx: Context, reach: Exclude<Reach, 'everywhere'>): Promise<Place[]> {
  const { rows } = await sql<{ id: string }>`
    select id from alliances where id = any (${sql.val([...reach])}::uuid[])`.execute(ctx.db)
  const alliances = new Set(rows.map(({ id }) => id))
  return [...reach].map((id) => (alliances.has(id) ? { alliance: id } : { cluster: id }))
}

async function mustBeInScope(ctx: Context, endpoint: Endpoint, id: string, places: Place[]): Promise<void> {
  const [noun] = endpoint.id.split('.')
  if (noun !== 'agreements' && noun !== 'missions') throw notYours()
  const conditions = places.map((place) => inScope(noun, 'r.id', place))
  const { rows } = await sql`
    select from ${sql.table(noun)} r where r.id = ${id} and (${sql.join(conditions, sql` or `)})`.execute(
    ctx.db,
  )
  // Whether there is such a record is not theirs to know.
  if (rows.length === 0) throw new Failure('not_found', 'There is no such record')
}

/** The scope asked for where it is theirs, else their first. */
function ownScope(query: Record<string, unknown>, places: Place[]): Place | undefined {
  const asked = places.find((place) =>
    'cluster' in place ? place.cluster === query.cluster : place.alliance === query.alliance,
  )
  return asked ?? places[0]
}

/** The nouns whose records the actor may not read, and tables of others that they may not. */
export function hiddenFrom({ actor }: Pick<Context, 'actor'>): {
  nouns: ReadonlySet<string>
  tables: ReadonlySet<string>
} {
  const nouns = recordNouns.filter((noun) => !may(actor, rightToRead(noun)))
  const tables = [
    ...(may(actor, 'privacy.read') ? [] : ['person_privacy', 'person_consents', 'erased_people']),
    ...(may(actor, 'budgets.read') ? [] : ['aid', 'rate_days']),
  ]
  return { nouns: new Set(nouns), tables: new Set(tables) }
}
