import { sql } from 'kysely'
import { inviteParticipants as endpoint } from '../../contract/participations.ts'
import { changeOf, isChange, type OrganisationChange } from '../../domain/import/update.ts'
import { storeProfile } from '../companies/store.ts'
import type { Context } from '../context.ts'
import { rowOf } from '../organisations/store.ts'
import { inviteParticipants } from '../participations/invite.ts'
import { addRows, inBulk, type NewRows, noRows, recordsWith } from './bulk.ts'
import { type HeldOrganisation, heldOrganisations } from './held.ts'
import type { HeldImport } from './hold.ts'
import { addMemberships, changeMemberships, type MembershipPlan, planMemberships } from './memberships.ts'
import { addOrganisation, addParts } from './new-rows.ts'
import { addNotes, type Remarks } from './notes.ts'
import { type Done, done as doneAs, type Outcome, refused } from './outcome.ts'
import { addPerson, changePerson, type PersonPlan, planPeople } from './people.ts'
import { type References, referencesOf, takenNames, unknownReference } from './references.ts'
import type { ReadyRow } from './waves.ts'

/** A row on its way. */
interface Plan {
  row: ReadyRow
  organisationId: string | null
  held: HeldOrganisation | null
  change: OrganisationChange | null
  memberships: MembershipPlan[]
  person: PersonPlan | null
}

/** Writes rows none of which depends on another: what is new many at a time, changes one by one. */
export async function writeWave(
  ctx: Context,
  held: HeldImport,
  rows: readonly ReadyRow[],
  done: Done,
): Promise<void> {
  if (rows.length === 0) return
  const references = await referencesOf(ctx, rows)
  const plans = await plansOf(ctx, held, rows, references, done)
  const added = noRows()
  for (const plan of plans) addTo(ctx, added, plan)
  await inBulk(ctx, recordsWith(added), () => addRows(ctx, added))
  const noted = await addNotes(ctx, plans.flatMap(remarksOf))
  for (const plan of plans) {
    const changed = await change(ctx, plan)
    const invited = await takePart(ctx, held, plan, references)
    done.set(plan.row.position, outcomeOf(plan, { changed: changed || invited, noted }))
  }
}

/** About the person; about the body where the row names nobody. */
function remarksOf({ row, organisationId, person }: Plan): Remarks[] {
  // Rows that were sent before there were any say nothing of them.
  const notes = row.draft.notes ?? []
  if (person) return [{ noun: 'people', recordId: person.id, notes }]
  return organisationId ? [{ noun: 'organisations', recordId: organisationId, notes }] : []
}

async function plansOf(
  ctx: Context,
  { onUpdate }: HeldImport,
  rows: readonly ReadyRow[],
  references: References,
  done: Done,
): Promise<Plan[]> {
  const records = await lockedOrganisations(ctx, rows)
  const taken = await takenNames(ctx, rows)
  const organisations = new Map<number, string>()
  const going = rows.filter((row) => {
    const { position, draft, decision, recordId } = row
    const refusal =
      unknownReference(row, references) ??
      (taken.has(position) ? refused('duplicate', 'There is one of this name in this place') : null) ??
      (draft.organisation && decision === 'update' && !records.has(recordId ?? '')
        ? refused('not_found', 'The record to update is gone')
        : null)
    if (refusal) done.set(position, refusal)
    else if (draft.organisation)
      organisations.set(position, decision === 'update' && recordId ? recordId : ctx.newId())
    return refusal === null
  })
  const people = await planPeople(ctx, going, organisations, onUpdate)
  return going.flatMap((row): Plan[] => {
    const { draft, position, decision } = row
    const organisationId = organisations.get(position) ?? null
    const record = decision === 'update' && organisationId ? (records.get(organisationId) ?? null) : null
    const person = people.get(position) ?? null
    if (person?.isNew && !draft.organisation && decision === 'update') {
      done.set(position, refused('not_found', 'The record to update is gone'))
      return []
    }
    if (person?.isNew && !(draft.person?.source && draft.person.purpose)) {
      done.set(position, refused('person_source', 'Say where the data comes from and what it is kept for'))
      return []
    }
    return [
      {
        row,
        organisationId,
        held: record,
        change:
          record && draft.organisation
            ? changeOf(record, draft.organisation, row.follows ? 'fill' : onUpdate)
            : null,
        memberships: planMemberships(draft, organisationId, record, references.clusters),
        person,
      },
    ]
  })
}

/** The organisations to update, held until the transaction ends. */
async function lockedOrganisations(
  ctx: Context,
  rows: readonly ReadyRow[],
): Promise<Map<string, HeldOrganisation>> {
  const ids = rows.flatMap(({ draft, recordId }) => (draft.organisation && recordId ? [recordId] : []))
  if (ids.length === 0) return new Map()
  await sql`select id from organisations where id = any (${sql.val(ids)}::uuid[]) order by id for update`.execute(
    ctx.db,
  )
  return heldOrganisations(ctx, ids)
}

function addTo(
  ctx: Context,
  added: NewRows,
  { row, organisationId, held, change, memberships, person }: Plan,
): void {
  const { organisation } = row.draft
  if (organisation && organisationId) {
    if (!held) addOrganisation(ctx, added, organisationId, organisation)
    else if (change) addParts(ctx, added, organisationId, change, held)
    addMemberships(ctx, added, organisationId, memberships, held)
  }
  if (person) addPerson(ctx, added, row, person, organisationId)
}

/** Changes what is there already; gives whether anything was changed or added. */
async function change(
  ctx: Context,
  { organisationId, held, change, memberships, person }: Plan,
): Promise<boolean> {
  let changed = false
  if (held && organisationId && change) {
    const joined = await changeMemberships(ctx, memberships)
    if (isChange(change) || joined || memberships.some(({ add }) => add)) {
      if (Object.keys(change.profile).length > 0) await storeProfile(ctx, organisationId, change.profile)
      await ctx.db
        .updateTable('organisations')
        .set({ ...rowOf(change.own as Parameters<typeof rowOf>[0]), updated_at: ctx.now.toISOString() })
        .where('id', '=', organisationId)
        .execute()
      changed = true
    }
  }
  if (person) {
    await changePerson(ctx, person)
    changed ||= person.isNew || person.post || Object.keys(person.change).length > 0
  }
  return changed
}

/** Into the mission, by the same rules as anybody who is invited. */
async function takePart(
  ctx: Context,
  { name }: HeldImport,
  { row, organisationId }: Plan,
  { missions }: References,
): Promise<boolean> {
  const { participation } = row.draft
  const mission = participation && missions.get(participation.mission)
  if (!participation || !mission || !organisationId) return false
  const { items } = await inviteParticipants(ctx, {
    params: { id: mission },
    query: undefined,
    body: endpoint.body.parse({
      side: 'home',
      state: participation.state,
      since: participation.since,
      reason: name,
      invitees: [{ organisationId }],
    }),
    ifMatch: undefined,
    mediaType: undefined,
  })
  return items.length > 0
}

function outcomeOf(
  { row, organisationId, held, person }: Plan,
  { changed, noted }: { changed: boolean; noted: ReadonlySet<string> },
): Outcome {
  const recordId = organisationId ?? person?.id ?? null
  const isNew = row.draft.organisation ? held === null : (person?.isNew ?? false)
  const isNoted = noted.has(person?.id ?? organisationId ?? '')
  const outcome = doneAs(isNew ? 'created' : changed || isNoted ? 'updated' : 'unchanged', recordId)
  if (!person) return outcome
  const more = person.post || Object.keys(person.change).length > 0 || isNoted
  return {
    ...outcome,
    person: { recordId: person.id, outcome: person.isNew ? 'created' : more ? 'updated' : 'unchanged' },
  }
}
