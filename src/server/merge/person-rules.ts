import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { sameEntries, samePeriods } from './alike.ts'
import { type Findings, type Pair, refusal } from './plan.ts'
import { samePairs } from './same-pairs.ts'

const column = 'person_id'
const of = (alias: string, ...names: string[]) => names.map((name) => sql.ref(`${alias}.${name}`))

/** What two people have alike, and what forbids that they are one. */
export async function personFindings(ctx: Context, pair: Pair): Promise<Findings[]> {
  return [
    await fourEyes(ctx, pair),
    await erased(ctx, pair),
    await samePairs(ctx, pair),
    await samePeriods(ctx, pair, {
      table: 'posts',
      column,
      keys: [sql`o.organisation_id`, sql`folded(o.title)`],
      title: sql`(select g.name from organisations g where g.id = o.organisation_id)`,
      widens: true,
    }),
    await samePeriods(ctx, pair, {
      table: 'ownership',
      column: 'holder_person_id',
      keys: of('o', 'held_id'),
      title: sql`(select g.name from organisations g where g.id = o.held_id)`,
      widens: false,
    }),
    await sameEntries(ctx, pair, {
      table: 'participation_people',
      column,
      keys: (t) => of(t, 'participation_id'),
      title: sql`record_title('participations', o.participation_id)`,
    }),
    await sameEntries(ctx, pair, {
      table: 'agreement_attendees',
      column,
      keys: (t) => of(t, 'agreement_id', 'role'),
    }),
    await sameEntries(ctx, pair, {
      table: 'person_consents',
      column,
      keys: (t) => of(t, 'purpose', 'decision', 'on_date'),
    }),
    await sameEntries(ctx, pair, {
      table: 'citations',
      column: 'record_id',
      keys: (t) => of(t, 'source_id'),
      title: sql`(select s.title from sources s where s.id = o.source_id)`,
    }),
  ]
}

/** Nobody approves what they have entered themselves. */
async function fourEyes(ctx: Context, { kept, other }: Pair): Promise<Findings> {
  const { rows } = await sql<{ id: string; title: string }>`
    select e.id, e.title from expenses e
    where (e.entered_by_id, e.approved_by_id) in ((${kept}, ${other}), (${other}, ${kept}))
    order by folded(e.title), e.id limit 10`.execute(ctx.db)
  return {
    joins: [],
    refusals: rows.map(({ id, title }) => refusal('approved_own', title, { noun: 'expenses', recordId: id })),
  }
}

async function erased(ctx: Context, { kept, other }: Pair): Promise<Findings> {
  const { rows } = await sql<{ id: string; title: string }>`
    select e.id, record_title('people', e.id) as title from erased_people e where e.id in (${kept}, ${other})`.execute(
    ctx.db,
  )
  return {
    joins: [],
    refusals: rows.map(({ id, title }) => refusal('erased', title, { noun: 'people', recordId: id })),
  }
}
