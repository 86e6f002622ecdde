import { sql } from 'kysely'
import type { GrantRules } from '../../domain/grant.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { lockLiving } from '../record.ts'

export interface HeldVersion {
  id: string
  adoptedOn: string | null
}

/** A grant as its budget's verbs need it. */
export interface HeldGrant {
  id: string
  currency: string
  rules: GrantRules
  /** Oldest first. */
  versions: HeldVersion[]
}

/** Locks a grant for a change of its budget; `seen` is the version of the grant that was seen. */
export async function holdGrant(ctx: Context, id: string, seen: number): Promise<HeldGrant> {
  await lockLiving(ctx, 'grants', id, seen)
  return grantOf(ctx, id)
}

/** A grant and its budget's versions; 404 where there is none. */
export async function grantOf(ctx: Context, id: string): Promise<HeldGrant> {
  const { rows } = await sql<HeldGrant>`
    select g.id, g.currency, g.rules, coalesce((
      select json_agg(json_build_object('id', v.id, 'adoptedOn', v.adopted_on) order by v.position)
      from budget_versions v where v.grant_id = g.id), '[]') as versions
    from grants g where g.id = ${id}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Failure('not_found', 'There is no such grant')
  return found
}

/** The version last adopted; null before any is. */
export const latestAdopted = ({ versions }: HeldGrant): HeldVersion | null =>
  versions.findLast(({ adoptedOn }) => adoptedOn !== null) ?? null

/** A draft of this grant; 404 where there is no such version, 409 where it is adopted. */
export function draftOf({ versions }: HeldGrant, versionId: string): HeldVersion {
  const found = versions.find(({ id }) => id === versionId)
  if (!found) throw new Failure('not_found', 'There is no such version')
  if (found.adoptedOn)
    throw new Failure('budget_adopted', 'The version is adopted', { params: { on: found.adoptedOn } })
  return found
}
