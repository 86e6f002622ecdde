import { sql } from 'kysely'
import type * as z from 'zod'
import type { storeLines } from '../../contract/budget.ts'
import type { FieldError } from '../../contract/problems.ts'
import { usualCategories } from '../../domain/grant.ts'
import { mustReferToLiving } from '../checks.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { draftOf, type HeldGrant, holdGrant } from './hold.ts'
import { readGrantBudget } from './read.ts'
import { dropIdleLines } from './versions.ts'

type Given = z.output<typeof storeLines.body>['lines'][number]

/** A line as it is held. */
interface Row {
  id: string
  grant_id: string
  position: number
  name: string | null
  category: string
  cluster_id: string | null
  market_id: string | null
  mission_id: string | null
  work_package: string | null
}

/** Stores the matrix of a draft at once, however large; what other versions say stays. */
export const storeVersionLines: Verb<typeof storeLines> = async (
  ctx,
  { params: { id, versionId }, body: { lines }, ifMatch },
) => {
  const grant = await holdGrant(ctx, id, ifMatch)
  draftOf(grant, versionId)
  const held = await heldLines(ctx, id)
  refuseFlaws(grant, lines, held)
  const known = new Set([...held.values()].flatMap(referred))
  await mustReferToLiving(ctx, lines.flatMap(references), known)
  const rows = lines.map((line, position) => rowOf(line, line.id ?? ctx.newId(), id, position))
  await upsertLines(ctx, rows)
  const amounts = rows.map((row, n) => ({ line_id: row.id, amount_minor: lines[n]?.minor ?? 0 }))
  await storeAmounts(ctx, { id, versionId }, amounts)
  await dropIdleLines(ctx, id)
  await touch(ctx, 'grants', id)
  return readGrantBudget(ctx, id)
}

interface Held extends Row {
  /** A version that is adopted names it: what it is for stays. */
  adopted: boolean
}

async function heldLines(ctx: Context, grantId: string): Promise<Map<string, Held>> {
  const { rows } = await sql<Held>`
    select l.id, l.grant_id, l.position, l.name, l.category, l.cluster_id, l.market_id, l.mission_id, l.work_package,
      exists (select from budget_amounts a join budget_versions v on v.id = a.version_id
        where a.line_id = l.id and v.adopted_on is not null) as adopted
    from budget_lines l where l.grant_id = ${grantId}`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

const dimensions = [
  ['category', 'category'],
  ['clusterId', 'cluster_id'],
  ['marketId', 'market_id'],
  ['missionId', 'mission_id'],
] as const

function refuseFlaws({ rules }: HeldGrant, lines: readonly Given[], held: ReadonlyMap<string, Held>): void {
  const keys = rules.categories.map(({ key }) => key)
  const categories = new Set<string>(keys.length > 0 ? keys : usualCategories)
  const seen = new Set<string>()
  const errors = lines.flatMap((line, n): FieldError[] => {
    const flaw = (field: string, code: string, message: string) => ({
      path: `lines.${n}.${field}`,
      code,
      message,
    })
    const before = line.id ? held.get(line.id) : undefined
    if (line.id && !before) return [flaw('id', 'unknown_reference', 'Not of this grant')]
    if (line.id && seen.has(line.id)) return [flaw('id', 'duplicate', 'Given twice')]
    if (line.id) seen.add(line.id)
    const moved = before?.adopted
      ? dimensions.flatMap(([field, column]) =>
          line[field] === before[column]
            ? []
            : [flaw(field, 'line_adopted', 'What an adopted line is for stays: add another')],
        )
      : []
    return categories.has(line.category) || line.category === before?.category
      ? moved
      : [...moved, flaw('category', 'unknown_category', 'Not one of the grant’s categories')]
  })
  if (errors.length > 0)
    throw new Failure('invalid', errors.map(({ path, message }) => `${path}: ${message}`).join('; '), {
      errors,
    })
}

const references = ({ clusterId, marketId, missionId }: Given, n: number) => [
  { noun: 'organisations' as const, id: clusterId, path: `lines.${n}.clusterId` },
  { noun: 'markets' as const, id: marketId, path: `lines.${n}.marketId` },
  { noun: 'missions' as const, id: missionId, path: `lines.${n}.missionId` },
]

const referred = ({ cluster_id, market_id, mission_id }: Row): string[] =>
  [cluster_id, market_id, mission_id].flatMap((id) => id ?? [])

const rowOf = (line: Given, id: string, grant_id: string, position: number): Row => ({
  id,
  grant_id,
  position,
  name: line.name,
  category: line.category,
  cluster_id: line.clusterId,
  market_id: line.marketId,
  mission_id: line.missionId,
  work_package: line.workPackage,
})

async function upsertLines(ctx: Context, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into budget_lines as held (id, grant_id, position, name, category, cluster_id, market_id, mission_id, work_package)
    select id, grant_id, position, name, category, cluster_id, market_id, mission_id, work_package
    from jsonb_populate_recordset(null::budget_lines, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set position = excluded.position, name = excluded.name, category = excluded.category,
      cluster_id = excluded.cluster_id, market_id = excluded.market_id, mission_id = excluded.mission_id, work_package = excluded.work_package
    where (held.position, held.name, held.category, held.cluster_id, held.market_id, held.mission_id, held.work_package)
      is distinct from (excluded.position, excluded.name, excluded.category, excluded.cluster_id, excluded.market_id, excluded.mission_id, excluded.work_package)`.execute(
    ctx.db,
  )
}

async function storeAmounts(
  ctx: Context,
  { id, versionId }: { id: string; versionId: string },
  amounts: readonly { line_id: string; amount_minor: number }[],
): Promise<void> {
  const lines = sql`${sql.val(amounts.map(({ line_id }) => line_id))}::uuid[]`
  await sql`delete from budget_amounts a where a.version_id = ${versionId} and not a.line_id = any (${lines})`.execute(
    ctx.db,
  )
  if (amounts.length === 0) return
  const rows = amounts.map((amount) => ({ ...amount, id: ctx.newId() }))
  const given = sql`jsonb_populate_recordset(null::budget_amounts, ${JSON.stringify(rows)}::jsonb) w`
  await sql`
    update budget_amounts a set amount_minor = w.amount_minor from ${given}
    where a.version_id = ${versionId} and a.line_id = w.line_id and a.amount_minor <> w.amount_minor`.execute(
    ctx.db,
  )
  await sql`
    insert into budget_amounts (id, grant_id, version_id, line_id, amount_minor)
    select w.id, ${id}::uuid, ${versionId}::uuid, w.line_id, w.amount_minor from ${given}
    where not exists (select from budget_amounts a where a.version_id = ${versionId} and a.line_id = w.line_id)
    order by w.id`.execute(ctx.db)
}
