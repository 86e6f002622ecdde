import { sql } from 'kysely'
import { type OnUpdate, personChangeOf } from '../../domain/import/update.ts'
import { matchPeople } from '../../domain/matching/people.ts'
import { type Context, today } from '../context.ts'
import { rowOf } from '../people/store.ts'
import type { NewRows } from './bulk.ts'
import { type HeldPerson, heldPeople } from './held.ts'
import { personTraits, traitsOfPerson } from './match.ts'
import type { ReadyRow } from './waves.ts'

/** A row's person, found or new. */
export interface PersonPlan {
  id: string
  isNew: boolean
  /** What changes of one that was found. */
  change: ReturnType<typeof personChangeOf>
  /** Whether a post is added at the row's body, behind so many that they have. */
  post: boolean
  posts: number
}

/** Who each row's person is: the one that the decision names, one that is taken for the same, or a new one. */
export async function planPeople(
  ctx: Context,
  rows: readonly ReadyRow[],
  organisations: ReadonlyMap<number, string>,
  mode: OnUpdate,
): Promise<Map<number, PersonPlan>> {
  const withPerson = rows.filter(({ draft }) => draft.person)
  const known = await knownPeople(ctx, withPerson)
  const plans = new Map<number, PersonPlan>()
  for (const row of withPerson) {
    const { draft, position, recordId } = row
    if (!draft.person) continue
    const organisationId = organisations.get(position) ?? null
    const found = known.get(position) ?? []
    const named = found.find(({ id }) => id === draft.person?.id)
    const held = draft.organisation ? (named ?? sameAs(row, found)) : found.find(({ id }) => id === recordId)
    plans.set(position, {
      id: held?.id ?? ctx.newId(),
      isNew: !held,
      change: held ? personChangeOf(held, draft.person, row.follows ? 'fill' : mode) : {},
      post: organisationId !== null && !held?.posts.some((post) => post.organisationId === organisationId),
      posts: held?.posts.length ?? 0,
    })
  }
  return plans
}

/** The one who is most surely the same, at the body that the row is about. */
function sameAs({ draft }: ReadyRow, known: readonly HeldPerson[]): HeldPerson | undefined {
  const traits = personTraits(draft)
  return known
    .map((held) => ({ held, match: matchPeople(traits, traitsOfPerson(held)) }))
    .filter(({ match }) => match.verdict === 'same')
    .sort((a, b) => b.match.score - a.match.score)[0]?.held
}

/** By row: people of its name or address; in a row without a body, the one that was decided on. */
async function knownPeople(ctx: Context, rows: readonly ReadyRow[]): Promise<Map<number, HeldPerson[]>> {
  const asked = rows.map(({ position, draft, recordId }) => ({
    position,
    name: draft.organisation ? personTraits(draft).name : null,
    email: draft.organisation ? (draft.person?.email ?? null) : null,
    id: draft.organisation ? (draft.person?.id ?? null) : recordId,
  }))
  const { rows: found } = await sql<{ position: number; id: string }>`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (position int, name text, email text, id uuid))
    select a.position, m.record_id as id from asked a join match_keys m
      on m.noun = 'people' and m.kind = 'name' and m.key = left(name_key(a.name), 200)
    union select a.position, m.record_id from asked a join match_keys m
      on m.noun = 'people' and m.kind = 'email' and m.key = lower(a.email)
    union select a.position, a.id from asked a where a.id is not null`.execute(ctx.db)
  const ids = [...new Set(found.map(({ id }) => id))]
  if (ids.length > 0)
    await sql`select id from people where id = any (${sql.val(ids)}::uuid[]) order by id for update`.execute(
      ctx.db,
    )
  const held = await heldPeople(ctx, ids)
  const byRow = new Map<number, HeldPerson[]>()
  for (const { position, id } of found) {
    const person = held.get(id)
    if (person) byRow.set(position, [...(byRow.get(position) ?? []), person])
  }
  return byRow
}

/** The rows that new people and new posts make. */
export function addPerson(
  ctx: Context,
  rows: NewRows,
  { draft }: ReadyRow,
  { id, isNew, post, posts }: PersonPlan,
  organisationId: string | null,
): void {
  const { person } = draft
  if (!person) return
  const at = ctx.now.toISOString()
  if (isNew)
    rows.people.push({
      id,
      given_name: person.givenName,
      family_name: person.familyName,
      native_name: person.nativeName,
      email: person.email,
      phone: person.phone,
      language: person.language,
      created_at: at,
      updated_at: at,
    })
  if (isNew)
    rows.person_privacy.push({
      id,
      source: [person.source, person.purpose].filter(Boolean).join(' – '),
      legal_basis: person.legalBasis,
      collected_on: today(ctx),
    })
  if (post && organisationId)
    rows.posts.push({
      id: ctx.newId(),
      person_id: id,
      position: posts,
      organisation_id: organisationId,
      title: person.jobTitle,
    })
}

/** Writes what changes of people who were found. */
export async function changePerson(ctx: Context, { id, change, isNew, post }: PersonPlan): Promise<void> {
  if (isNew || (Object.keys(change).length === 0 && !post)) return
  await ctx.db
    .updateTable('people')
    .set({ ...rowOf(change), updated_at: ctx.now.toISOString() })
    .where('id', '=', id)
    .execute()
}
