import { sql } from 'kysely'
import type {
  mergeOrganisations,
  mergePeople,
  previewOrganisationMerge,
  previewPersonMerge,
} from '../../contract/merge.ts'
import { aidInTurn } from '../aid/in-turn.ts'
import type { Context } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'
import { contradictoryAgreements } from '../history/agreement-rules.ts'
import { readOrganisation } from '../organisations/queries.ts'
import { readPerson } from '../people/queries.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { carryOut } from './carry-out.ts'
import { comparedFields, takeFields } from './fields.ts'
import { keepNames } from './keep-names.ts'
import { keepPrivacy } from './keep-privacy.ts'
import { keepReason } from './keep-reason.ts'
import { planMerge } from './make-plan.ts'
import type { MergedNoun, MergePlan, Pair } from './plan.ts'

/** What a merge would do, worked out by what would do it. */
export const previewMerge =
  (noun: MergedNoun): Verb<typeof previewOrganisationMerge | typeof previewPersonMerge> =>
  async (ctx, { params: { id: kept }, query: { other } }) => {
    const pair = pairOf(noun, kept, other, 'other')
    const [ours, theirs] = [await seen(ctx, noun, kept), await seen(ctx, noun, other)]
    const { joins, moves, refusals, warnings } = await planMerge(ctx, pair)
    const counts = new Map<string, number>()
    for (const { table, ids } of moves) counts.set(table, (counts.get(table) ?? 0) + ids.length)
    return {
      kept: ours,
      other: theirs,
      fields: await comparedFields(ctx, pair),
      moves: [...counts].map(([table, count]) => ({ table, count })),
      joins: joins.map(({ rule, table, count, titles }) => ({ rule, table, count, titles })),
      refusals,
      warnings,
    }
  }

export const mergeIntoOrganisation: Verb<typeof mergeOrganisations> = async (ctx, input) => {
  await merge(ctx, 'organisations', input)
  return readOrganisation(ctx, input.params.id)
}

export const mergeIntoPerson: Verb<typeof mergePeople> = async (ctx, input) => {
  await merge(ctx, 'people', input)
  return readPerson(ctx, input.params.id)
}

interface Asked {
  params: { id: string }
  body: { otherId: string; otherVersion: number; take: readonly string[]; reason?: string | null }
  ifMatch: number
}

/** Merges the other record into the one of the address: all of it in one transaction, or nothing. */
async function merge(
  ctx: Context,
  noun: MergedNoun,
  { params: { id: kept }, body: { otherId, otherVersion, take, reason = null }, ifMatch }: Asked,
): Promise<void> {
  const pair = pairOf(noun, kept, otherId, 'otherId')
  if (noun === 'organisations') await aidInTurn(ctx)
  for (const [id, version] of [
    [kept, ifMatch],
    [otherId, otherVersion],
  ].sort() as [string, number][])
    await lockLiving(ctx, noun, id, version)
  const plan = await planMerge(ctx, pair)
  refuse(plan)
  askWhy(plan, reason)
  const was = { kept: (await seen(ctx, noun, kept)).name, other: (await seen(ctx, noun, otherId)).name }
  const agreements = await agreementsOf(ctx, pair)
  const before = await contradictoryAgreements(ctx, agreements)
  await carryOut(ctx, pair, plan)
  const at = ctx.now.toISOString()
  await sql`update ${sql.table(noun)} set deleted_at = ${at} where id = ${otherId}`.execute(ctx.db)
  await takeFields(ctx, pair, take)
  if (noun === 'organisations') await keepNames(ctx, pair, was)
  else await keepPrivacy(ctx, pair)
  if (reason && plan.warnings.length > 0) await keepReason(ctx, pair, was, plan, reason)
  await sql`update ${sql.table(noun)} set updated_at = ${at} where id = ${kept}`.execute(ctx.db)
  // What is checked at the end of the transaction, while somebody can still say what it is about.
  await sql`set constraints all immediate`.execute(ctx.db)
  for (const agreement of await contradictoryAgreements(ctx, agreements))
    if (!before.has(agreement))
      throw new Failure('merge_refused', 'An agreement would be signed and given up', {
        params: { reason: 'both_signed' },
        blockers: [await agreementCalled(ctx, agreement)],
      })
}

function pairOf(noun: MergedNoun, kept: string, other: string, path: string): Pair {
  if (kept === other) throw invalidField(path, 'self', 'A record can’t be merged with itself')
  return { noun, kept, other }
}

interface Seen {
  id: string
  version: number
  name: string
}

/** A living record; 404 where there is none, 409 for one in the bin. */
async function seen(ctx: Context, noun: MergedNoun, id: string): Promise<Seen> {
  const { rows } = await sql<Seen & { deleted: boolean }>`
    select id, version, record_title(${noun}, id) as name, deleted_at is not null as deleted from ${sql.table(noun)} where id = ${id}`.execute(
    ctx.db,
  )
  const [row] = rows
  if (!row) throw new Failure('not_found', 'There is no such record')
  if (row.deleted) throw new Failure('record_in_bin', 'The record is in the bin')
  const { deleted: _, ...rest } = row
  return rest
}

function refuse({ refusals }: MergePlan): void {
  const [first] = refusals
  if (!first) return
  throw new Failure('merge_refused', refusals.map(({ code, title }) => `${code}: ${title}`).join('; '), {
    params: { ...first.params, reason: first.code },
    blockers: refusals.map(({ noun, recordId, title }) => ({
      title,
      ...(noun && recordId ? { noun, recordId } : {}),
    })),
  })
}

function askWhy({ warnings }: MergePlan, reason: string | null): void {
  if (warnings.length === 0 || reason) return
  throw new Failure('reason_required', 'Say why they are one all the same', {
    errors: warnings.map(({ code, params }) => ({
      path: 'reason',
      code,
      message: code.replaceAll('_', ' '),
      params,
    })),
  })
}

async function agreementsOf(ctx: Context, { noun, kept, other }: Pair): Promise<string[]> {
  if (noun !== 'organisations') return []
  const { rows } = await sql<{ id: string }>`
    select distinct p.agreement_id as id from agreement_parties p where p.organisation_id in (${kept}, ${other})`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}

async function agreementCalled(ctx: Context, recordId: string) {
  const { title } = await ctx.db
    .selectFrom('agreements')
    .select('title')
    .where('id', '=', recordId)
    .executeTakeFirstOrThrow()
  return { noun: 'agreements', recordId, title }
}
