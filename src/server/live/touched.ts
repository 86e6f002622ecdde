import { sql } from 'kysely'
import { rightOf } from '../../contract/rights.ts'
import type { Actor } from '../context.ts'
import type { Db } from '../db/database.ts'
import { reachIn } from '../rights/authorise.ts'

/** What one change set changed, without what it changed it to. */
export interface Touched {
  seq: number
  id: string
  /** The records, or null where there are too many to name. */
  records: { noun: string | null; id: string | null }[] | null
  /** It is what somebody keeps at hand for themselves, and no news to others. */
  own: boolean
}

/** More than these are not named one by one. */
const mostNamed = 20

const ownNouns = ['pins', 'default_views']

interface Row {
  seq: number
  id: string
  noun: string | null
  records: { noun: string | null; id: string | null }[]
}

/** What change sets touched, in their order. */
export async function touchedBy(db: Db, ids: readonly string[]): Promise<Touched[]> {
  const { rows } = await sql<Row>`
    select s.seq, s.id, s.noun, coalesce((
      select json_agg(t) from (
        select distinct c.noun, c.record_id as id from changes c where c.change_set_id = s.id limit ${sql.lit(mostNamed + 1)}) t
      ), '[]') as records
    from change_sets s
    where s.id = any (${sql.val([...ids])}::uuid[])
    order by s.seq`.execute(db)
  return rows.map(({ seq, id, noun, records }) => ({
    seq,
    id,
    records: records.length > mostNamed ? null : records,
    own: noun !== null && ownNouns.includes(noun),
  }))
}

/**
 * What a reader is told of it: the ids of records whose noun they may read everywhere, none where it is only something that they
 * may read in part, and null where none of it is theirs to read. What it was changed to they ask for, and get by their rights.
 */
export function toldTo(actor: Actor, { records }: Touched): string[] | null {
  if (records === null) return []
  const told = records
    .map(({ noun, id }) => ({ id, reach: reachOfNoun(actor, noun) }))
    .filter(({ reach }) => reach !== null)
  if (told.length === 0) return null
  return told.flatMap(({ id, reach }) => (id !== null && reach === 'everywhere' ? [id] : []))
}

const reachOfNoun = (actor: Actor, noun: string | null) =>
  reachIn(actor, noun === null ? 'records.read' : rightOf({ id: `${noun}.read`, access: 'read' }))
