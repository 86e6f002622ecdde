import { sql } from 'kysely'
import type * as z from 'zod'
import type { agreementInput } from '../../contract/agreements.ts'
import { refuseWhileUsedBy } from '../blockers.ts'
import type { Reference } from '../checks.ts'
import type { Context } from '../context.ts'
import { invalidField } from '../failure.ts'
import { replaceChildren } from '../record.ts'

type Fields = Partial<Omit<z.output<typeof agreementInput>, 'stage' | 'stageSince'>>

/** The row's own columns, of those that were given. */
export function rowOf(fields: Fields) {
  return {
    title: fields.title,
    type: fields.type,
    summary: fields.summary,
    alliance_id: fields.allianceId,
    market_id: fields.marketId,
    region_id: fields.regionId,
    negotiator_id: fields.negotiatorId,
    starts: fields.starts,
    ends: fields.ends,
    notice_days: fields.noticeDays,
    target_signature: fields.targetSignature,
    language: fields.language,
    reference: fields.reference,
  }
}

/** Every record that the fields given refer to. */
export function referencesOf(fields: Fields): Reference[] {
  const { parties = [], actions = [], attendees = [] } = fields
  const organisation = (id: Reference['id'], path: string): Reference => ({ noun: 'organisations', id, path })
  const person = (id: Reference['id'], path: string): Reference => ({ noun: 'people', id, path })
  return [
    { noun: 'alliances', id: fields.allianceId, path: 'allianceId' },
    { noun: 'markets', id: fields.marketId, path: 'marketId' },
    organisation(fields.negotiatorId, 'negotiatorId'),
    ...parties.map((party, n) => organisation(party.organisationId, `parties.${n}.organisationId`)),
    ...actions.flatMap((action, n) =>
      action.obligations.flatMap((obligation, m) => [
        organisation(obligation.ownerOrganisationId, `actions.${n}.obligations.${m}.ownerOrganisationId`),
        person(obligation.ownerPersonId, `actions.${n}.obligations.${m}.ownerPersonId`),
      ]),
    ),
    ...attendees.flatMap((attendee, n) => [
      organisation(attendee.organisationId, `attendees.${n}.organisationId`),
      person(attendee.personId, `attendees.${n}.personId`),
    ]),
  ]
}

/** Writes the lists that were given: parties, attendees, cooperation actions with their obligations. */
export async function storeLists(ctx: Context, id: string, fields: Fields): Promise<void> {
  const owner = ['agreement_id', id] as const
  if (fields.parties) {
    await replaceChildren(ctx, {
      table: 'agreement_parties',
      path: 'parties',
      owner,
      items: fields.parties,
      columns: ({ organisationId, side, required }) => ({ organisation_id: organisationId, side, required }),
    })
  }
  if (fields.attendees) {
    const nobody = fields.attendees.findIndex((attendee) => !attendee.personId && !attendee.organisationId)
    if (nobody >= 0) throw invalidField(`attendees.${nobody}`, 'required', 'Name a person or an organisation')
    await replaceChildren(ctx, {
      table: 'agreement_attendees',
      path: 'attendees',
      owner,
      items: fields.attendees,
      columns: ({ role, personId, organisationId, capacity }) => ({
        role,
        person_id: personId,
        organisation_id: organisationId,
        capacity,
      }),
    })
  }
  if (fields.actions) await storeActions(ctx, id, fields.actions)
}

async function storeActions(
  ctx: Context,
  id: string,
  actions: NonNullable<Fields['actions']>,
): Promise<void> {
  const kept = actions.flatMap((action) => action.id ?? [])
  // An action that a mission serves stays, even where that mission is in the bin: it may be taken out again.
  await refuseWhileUsedBy(
    ctx,
    sql`select 'missions' as noun, m.id, m.title from missions m join mission_agreements l on l.mission_id = m.id
      join cooperation_actions c on c.id = l.action_id
      where c.agreement_id = ${id} and not c.id = any (${sql.val(kept)}::uuid[])`,
  )
  // What is owed under an action goes with it.
  await ctx.db
    .deleteFrom('obligations')
    .where('agreement_id', '=', id)
    .$if(kept.length > 0, (some) => some.where('action_id', 'not in', kept))
    .execute()
  const ids = await replaceChildren(ctx, {
    table: 'cooperation_actions',
    path: 'actions',
    owner: ['agreement_id', id],
    items: actions,
    columns: ({ title, state, due }) => ({ title, state, due }),
  })
  for (const [index, { obligations }] of actions.entries()) {
    await replaceChildren(ctx, {
      table: 'obligations',
      path: `actions.${index}.obligations`,
      owner: ['action_id', ids[index] as string],
      items: obligations,
      columns: (item) => ({
        agreement_id: id,
        side: item.side,
        description: item.description,
        owner_organisation_id: item.ownerOrganisationId,
        owner_person_id: item.ownerPersonId,
        due: item.due,
        progress: item.progress,
        evidence: item.evidence,
      }),
    })
  }
}

/** Counts a change of what hangs on the agreement as a change of the agreement, and sets columns of its own with it. */
export async function touchWith(
  ctx: Context,
  id: string,
  row: Partial<ReturnType<typeof rowOf>>,
): Promise<void> {
  await ctx.db
    .updateTable('agreements')
    .set({ ...row, updated_at: ctx.now.toISOString() })
    .where('id', '=', id)
    .execute()
}

/** The position after the last of a list. */
export async function nextPosition(
  ctx: Context,
  table: 'agreement_attendees' | 'cooperation_actions',
  id: string,
): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(position) + 1, 0) as next from ${sql.table(table)} where agreement_id = ${id}`.execute(
    ctx.db,
  )
  return rows[0]?.next ?? 0
}
