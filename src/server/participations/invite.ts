import { sql } from 'kysely'
import type * as z from 'zod'
import type { inviteParticipants as endpoint } from '../../contract/participations.ts'
import type { Named } from '../../contract/primitives.ts'
import { holdsPlace, type ParticipationState } from '../../domain/participation.ts'
import { aidInTurn } from '../aid/in-turn.ts'
import { mustReferToLiving } from '../checks.ts'
import { asOfDay, type Context } from '../context.ts'
import type { Verb } from '../route.ts'
import { type CompanyAtGate, enrolledCompanies } from './enrolled-companies.ts'
import { awardPlaceAid, placeAidFindings } from './place-aid.ts'
import {
  findingsFor,
  freePlaces,
  type HeldMission,
  holdOpenMission,
  mustHaveReason,
  mustNotBeBlocked,
} from './places.ts'
import { participationsOf } from './queries.ts'
import { nextTurn } from './states.ts'

type Body = z.output<typeof endpoint.body>
type Invitee = Body['invitees'][number]

/** Each organisation once: those in the mission already, and those named twice, stay as they are. */
export const inviteParticipants: Verb<typeof endpoint> = async (ctx, { params, body }) => {
  // Before any record is locked, as who awards aid does.
  if (body.aid) await aidInTurn(ctx)
  const mission = await holdOpenMission(ctx, params.id)
  await mustReferToLiving(ctx, referencesOf(body))
  const organisations = await organisationsOf(ctx, mission.id, body)
  const since = body.since ?? (await asOfDay(ctx, undefined))
  const companies = await companiesAtGate(ctx, body, since)
  const aid =
    body.aid && body.side === 'home' ? { missionKind: mission.kind, day: since, euros: body.aid } : null
  const added: Added[] = []
  const already: Named[] = []
  let free = body.side === 'home' ? await freePlaces(ctx, mission) : null
  for (const invitee of body.invitees) {
    const organisation = organisations.get(invitee.organisationId)
    if (!organisation) throw new Error('The organisation has been found before')
    if (organisation.inIt) {
      already.push({ id: organisation.id, name: organisation.name })
      continue
    }
    organisation.inIt = true
    const clusterId = invitee.clusterId ?? (body.side === 'home' ? organisation.clusterId : null)
    // Past the capacity everybody waits, however far they would have come.
    const state = holdsPlace(body.state) && free !== null && free <= 0 ? 'waitlisted' : body.state
    const known = companies.get(organisation.id)
    const award = aid && known ? await placeAidFindings(ctx, organisation.id, aid) : []
    const company = known && { ...known, award }
    mustBeTakenIn(mission, body, { ...organisation, clusterId, company }, since)
    if (free !== null && holdsPlace(state)) free--
    const waiting = aid && holdsPlace(body.state) && state === 'waitlisted' ? aid.euros : null
    added.push({ ...invitee, id: ctx.newId(), clusterId, state, aid: waiting })
  }
  if (added.length > 0) await enter(ctx, mission.id, body, added, since)
  for (const { id, organisationId, state } of added)
    if (aid && holdsPlace(state))
      await awardPlaceAid(ctx, { organisationId, participationId: id, reason: body.reason }, aid)
  const ids = added.map(({ id }) => id)
  return { items: await participationsOf(ctx, ids, await asOfDay(ctx, undefined)), already }
}

function referencesOf({ invitees }: Body) {
  return invitees.flatMap(({ organisationId, clusterId, people }, n) => [
    { noun: 'organisations' as const, id: organisationId, path: `invitees.${n}.organisationId` },
    { noun: 'organisations' as const, id: clusterId, path: `invitees.${n}.clusterId` },
    ...people.map((id, m) => ({ noun: 'people' as const, id, path: `invitees.${n}.people.${m}` })),
  ])
}

interface Invited extends Named {
  isCompany: boolean
  /**
   * The one cluster whose member it is: of the mission's clusters, where it is in none of these of its alliance's, and else
   * of all; null where several are as near.
   */
  clusterId: string | null
  inIt: boolean
  company?: CompanyAtGate | undefined
}

async function organisationsOf(
  ctx: Context,
  missionId: string,
  { invitees }: Body,
): Promise<Map<string, Invited>> {
  const wanted = sql`${sql.val([...new Set(invitees.map(({ organisationId }) => organisationId))])}::uuid[]`
  const { rows } = await sql<Invited>`
    select o.id, o.name, 'company' = any (o.kinds) as "isCompany",
      (with own as (
        select distinct f.to_id as id, case
          when exists (select from mission_bodies b
            where b.organisation_id = f.to_id and b.role in ('lead', 'participant') and b.mission_id = ${missionId}) then 1
          when exists (select from missions s join alliance_members m on m.alliance_id = s.alliance_id
            where m.organisation_id = f.to_id and s.id = ${missionId}) then 2
          else 3 end as distance
        from affiliations f join organisations c on c.id = f.to_id and 'cluster' = any (c.kinds) and c.deleted_at is null
        where f.organisation_id = o.id and f.role in ('member', 'founder'))
        select case when count(*) = 1 then min(id::text) end from own
        where distance = (select min(distance) from own)) as "clusterId",
      exists (select from participations p where p.mission_id = ${missionId} and p.organisation_id = o.id and p.deleted_at is null) as "inIt"
    from organisations o where o.id = any (${wanted})`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Looked up where they take a place at once. */
const companiesAtGate = async (ctx: Context, { side, state, invitees }: Body, day: string) =>
  side === 'home' && holdsPlace(state)
    ? enrolledCompanies(
        ctx,
        invitees.map(({ organisationId }) => organisationId),
        day,
      )
    : new Map<string, CompanyAtGate>()

function mustBeTakenIn(mission: HeldMission, { side, state, reason }: Body, invited: Invited, day: string) {
  const findings = findingsFor(mission, { ...invited, side, states: [], scores: 0 }, state, day)
  mustNotBeBlocked(findings, invited.name)
  mustHaveReason(state, findings, reason, invited.name)
}

/** `aid` waits with who has to wait. */
type Added = Invitee & { id: string; state: ParticipationState; aid: number | null }

async function enter(
  ctx: Context,
  missionId: string,
  { side, reason }: Body,
  added: readonly Added[],
  since: string,
): Promise<void> {
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('participations')
    .values(
      added.map(({ id, organisationId, clusterId, themes, offers, seeks, languages }) => ({
        id,
        mission_id: missionId,
        side,
        organisation_id: organisationId,
        cluster_id: clusterId,
        themes,
        offers,
        seeks,
        languages,
        created_at: at,
        updated_at: at,
      })),
    )
    .execute()
  let turn = await nextTurn(ctx, missionId)
  await ctx.db
    .insertInto('participation_states')
    .values(
      added.map(({ id, state, aid }) => ({
        id: ctx.newId(),
        participation_id: id,
        position: 0,
        state,
        since,
        reason,
        turn: state === 'waitlisted' ? turn++ : null,
        aid,
      })),
    )
    .execute()
  const people = added.flatMap(({ id, people }) =>
    [...new Set(people)].map((person_id, position) => ({
      id: ctx.newId(),
      participation_id: id,
      person_id,
      position,
    })),
  )
  if (people.length > 0) await ctx.db.insertInto('participation_people').values(people).execute()
}
