import { sql } from 'kysely'
import type { GateItem, readGate } from '../../contract/gate.ts'
import type { Named } from '../../contract/primitives.ts'
import type { AwardFinding } from '../../domain/aid-award.ts'
import type { MissionKind } from '../../domain/mission.ts'
import { enrolmentDay, enrolmentGate, reasonAsked, type StateEntry } from '../../domain/participation.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'
import { enrolledCompanies } from './enrolled-companies.ts'
import { type PlaceAid, placeAidFindings } from './place-aid.ts'

interface Asked {
  organisation: Named
  isCompany: boolean
  participationId: string | null
  clusterId: string | null
  states: StateEntry[]
  scores: number
  earlier: GateItem['earlier']
  services: number
}

/** Status, room, earlier participations and missing papers of companies, and what follows for taking them in. */
export const gateOf: Verb<typeof readGate> = async (ctx, { params: { id }, query }) => {
  const asOf = await asOfDay(ctx, query.asOf)
  const mission = await missionAt(ctx, id)
  const asked = await askedOf(ctx, id, query.organisations, asOf)
  const companies = await enrolledCompanies(ctx, query.organisations, asOf)
  const awards = await awardsOf(ctx, [...companies.keys()], {
    missionKind: mission.kind,
    day: asOf,
    euros: query.aid,
  })
  const items = asked.map(
    ({ organisation, isCompany, participationId, clusterId, states, scores, ...rest }) => {
      const company = companies.get(organisation.id)
      const findings = enrolmentGate({
        side: 'home',
        isCompany,
        clusterId,
        applicationsClose: mission.applicationsClose,
        day: enrolmentDay(states, asOf),
        score: { given: scores, wanted: mission.criteria },
        ...(company ? { company: { ...company, award: awards.get(organisation.id) ?? [] } } : {}),
      })
      return {
        organisation,
        isCompany,
        participationId,
        status: company?.status ?? 'unknown',
        statusConfirmed: company?.statusConfirmed ?? false,
        aid: company?.aid ?? { memberState: null, regulation: null, ceiling: null, sum: 0, room: null },
        missingPapers: [...(company?.missingPapers ?? [])],
        ...rest,
        findings: findings.map(({ code, blocks, notes = false, params = {} }) => ({
          code,
          blocks,
          notes,
          params,
        })),
        reasonAsked: reasonAsked('accepted', findings),
      }
    },
  )
  return { asOf, items }
}

/** What stands against the aid that is to come with each place. */
async function awardsOf(
  ctx: Context,
  ids: readonly string[],
  { euros, ...aid }: Omit<PlaceAid, 'euros'> & { euros: number | undefined },
): Promise<Map<string, AwardFinding[]>> {
  const awards = new Map<string, AwardFinding[]>()
  if (euros) for (const id of ids) awards.set(id, await placeAidFindings(ctx, id, { ...aid, euros }))
  return awards
}

async function missionAt(
  ctx: Context,
  id: string,
): Promise<{ kind: MissionKind; applicationsClose: string | null; criteria: number }> {
  const { rows } = await sql<{ kind: MissionKind; applicationsClose: string | null; criteria: number }>`
    select m.kind, m.applications_close as "applicationsClose", (select count(*)::int from mission_criteria c where c.mission_id = m.id) as criteria
    from missions m where m.id = ${id}`.execute(ctx.db)
  const [mission] = rows
  if (!mission) throw new Failure('not_found', 'There is no such mission')
  return mission
}

/** The organisations asked for, in their order; what there is none of is left out. A cluster is guessed as an invitation does. */
async function askedOf(
  ctx: Context,
  missionId: string,
  ids: readonly string[],
  day: string,
): Promise<Asked[]> {
  const wanted = sql`${sql.val([...ids])}::uuid[]`
  const { rows } = await sql<Asked>`
    select json_build_object('id', o.id, 'name', o.name) as organisation, 'company' = any (o.kinds) as "isCompany", p.id as "participationId",
      coalesce(p.cluster_id::text, (select case when count(distinct f.to_id) = 1 then min(f.to_id::text) end
        from affiliations f join mission_bodies b on b.organisation_id = f.to_id and b.role in ('lead', 'participant')
        where f.organisation_id = o.id and f.role in ('member', 'founder') and b.mission_id = ${missionId})) as "clusterId",
      coalesce((select json_agg(json_build_object('state', t.state, 'since', t.since) order by t.position)
        from participation_states t where t.participation_id = p.id), '[]') as states,
      (select count(*)::int from participation_scores g where g.participation_id = p.id) as scores,
      coalesce((select json_agg(json_build_object('id', x.id, 'mission', json_build_object('id', m.id, 'name', m.title), 'state', s.state, 'on', m.starts)
          order by partial_first(m.starts) desc nulls last, x.id)
        from participations x join missions m on m.id = x.mission_id and m.deleted_at is null cross join lateral participation_on(x.id, ${day}::date) s
        where x.organisation_id = o.id and x.deleted_at is null and x.mission_id <> ${missionId} and partial_first(m.starts) <= ${day}::date), '[]') as earlier,
      (select count(*)::int from services v where v.organisation_id = o.id and coalesce(partial_first(v.starts) <= ${day}::date, true)) as services
    from organisations o left join participations p on p.organisation_id = o.id and p.mission_id = ${missionId} and p.deleted_at is null
    where o.id = any (${wanted}) order by array_position(${wanted}, o.id)`.execute(ctx.db)
  return rows
}
