import type { Agreement, signAgreement as endpoint } from '../../contract/agreements.ts'
import type { VerbInput } from '../../contract/endpoint.ts'
import { agreementCan } from '../../domain/agreement.ts'
import { mustNotEndBeforeStart, mustReferToLiving, type Reference } from '../checks.ts'
import type { Context } from '../context.ts'
import { invalidField, mustBeAllowed } from '../failure.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { readAgreement } from './queries.ts'
import { signatoriesOf } from './signatories.ts'
import { nextPosition, touchWith } from './store.ts'
import { acceptedWarnings } from './warnings.ts'

type Body = VerbInput<typeof endpoint>['body']
type SignatoryId = ReturnType<typeof signatoriesOf>

/** Logs signatures and refusals, who was there, and what follows, all or nothing. */
export const signAgreement: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'agreements', id, ifMatch)
  const agreement = await readAgreement(ctx, id)
  mustBeSignable(agreement, body)
  mustBeComplete(body)
  await mustReferToLiving(ctx, referencesOf(body))
  const { starts = agreement.starts, ends = agreement.ends } = body
  mustNotEndBeforeStart(starts, ends)
  const accepted = await acceptedWarnings(ctx, { ...agreement, ends }, body.signatures)
  const signatoryId = signatoriesOf(ctx)
  await addSignatures(ctx, agreement, body, accepted, signatoryId)
  await addAttendees(ctx, agreement, body, signatoryId)
  await addActions(ctx, id, body)
  await addTasks(ctx, id, body)
  await touchWith(ctx, id, { starts: body.starts, ends: body.ends })
  return readAgreement(ctx, id)
}

function mustBeSignable(agreement: Agreement, { signatures }: Body): void {
  // Where all have signed, a further entry is told whose signature it repeats.
  const refusal = agreementCan.sign(agreement)
  if (refusal?.code !== 'agreement_fully_signed') mustBeAllowed(refusal)
  for (const { partyId } of signatures) mustBeAllowed(agreementCan.signFor(agreement, partyId))
}

/** What no schema says: a party decides once in a request, a refusal has its reason, an attendee is somebody. */
function mustBeComplete({ signatures, attendees }: Body): void {
  for (const [n, { partyId, decision, reason }] of signatures.entries()) {
    if (signatures.findIndex((other) => other.partyId === partyId) < n)
      throw invalidField(`signatures.${n}.partyId`, 'duplicate', 'This party stands here twice')
    if (decision === 'refused' && !reason)
      throw invalidField(`signatures.${n}.reason`, 'required', 'Say why the party refused')
  }
  const nobody = attendees.findIndex((attendee) => !attendee.signatory && !attendee.organisationId)
  if (nobody >= 0) throw invalidField(`attendees.${nobody}`, 'required', 'Name a person or an organisation')
}

function referencesOf({ signatures, attendees }: Body): Reference[] {
  const signatory = (asked: Body['signatures'][number]['signatory'], path: string): Reference[] =>
    !asked
      ? []
      : 'id' in asked
        ? [{ noun: 'people', id: asked.id, path: `${path}.id` }]
        : [{ noun: 'organisations', id: asked.organisationId, path: `${path}.organisationId` }]
  return [
    ...signatures.flatMap((item, n): Reference[] => [
      ...signatory(item.signatory, `signatures.${n}.signatory`),
      { noun: 'organisations', id: item.belongsToId, path: `signatures.${n}.belongsToId` },
    ]),
    ...attendees.flatMap((item, n): Reference[] => [
      ...signatory(item.signatory, `attendees.${n}.signatory`),
      { noun: 'organisations', id: item.organisationId, path: `attendees.${n}.organisationId` },
    ]),
  ]
}

async function addSignatures(
  ctx: Context,
  { id, parties }: Agreement,
  { signatures }: Body,
  accepted: Awaited<ReturnType<typeof acceptedWarnings>>,
  signatoryId: SignatoryId,
): Promise<void> {
  for (const [n, item] of signatures.entries()) {
    const party = parties.find((candidate) => candidate.id === item.partyId)
    const own = party?.organisation.id === item.belongsToId
    await ctx.db
      .insertInto('signatures')
      .values({
        id: ctx.newId(),
        agreement_id: id,
        party_id: item.partyId,
        decision: item.decision,
        person_id: await signatoryId(item.signatory, item.capacity),
        capacity: item.capacity,
        // Only another body than the party is worth a word.
        belongs_to_id: own ? null : item.belongsToId,
        signed_on: item.signedOn,
        local_time: item.localTime,
        time_zone: item.timeZone,
        place: item.place,
        reason: item.decision === 'refused' ? item.reason : null,
        accepted: JSON.stringify(accepted[n] ?? []),
        created_at: ctx.now.toISOString(),
      })
      .execute()
  }
}

/** Who is on record already in the same role, from an earlier signing of the same agreement, is not added again. */
async function addAttendees(
  ctx: Context,
  { id, attendees: held }: Agreement,
  { attendees }: Body,
  signatoryId: SignatoryId,
): Promise<void> {
  const key = (role: string, person: string | null | undefined, organisation: string | null | undefined) =>
    `${role} ${person ?? ''} ${organisation ?? ''}`
  const known = new Set(held.map((one) => key(one.role, one.person?.id, one.organisation?.id)))
  let position = await nextPosition(ctx, 'agreement_attendees', id)
  for (const { role, signatory, organisationId, capacity } of attendees) {
    const personId = await signatoryId(signatory, capacity)
    const who = key(role, personId, organisationId)
    if (known.has(who)) continue
    known.add(who)
    await ctx.db
      .insertInto('agreement_attendees')
      .values({
        id: ctx.newId(),
        agreement_id: id,
        position: position++,
        role,
        person_id: personId,
        organisation_id: organisationId,
        capacity,
      })
      .execute()
  }
}

async function addActions(ctx: Context, id: string, { actions }: Body): Promise<void> {
  if (actions.length === 0) return
  const first = await nextPosition(ctx, 'cooperation_actions', id)
  await ctx.db
    .insertInto('cooperation_actions')
    .values(
      actions.map((title, n) => ({
        id: ctx.newId(),
        agreement_id: id,
        position: first + n,
        title,
        state: 'planned',
      })),
    )
    .execute()
}

async function addTasks(ctx: Context, id: string, { tasks }: Body): Promise<void> {
  if (tasks.length === 0) return
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('tasks')
    .values(
      tasks.map(({ title, due }) => ({
        id: ctx.newId(),
        title,
        noun: 'agreements',
        record_id: id,
        due,
        created_at: at,
        updated_at: at,
      })),
    )
    .execute()
}
