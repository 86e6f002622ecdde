import { sql } from 'kysely'
import type { Named } from '../../contract/primitives.ts'
import type { AidEntry, Undertaking } from '../../domain/de-minimis.ts'
import { type AidSector, isMemberState } from '../../domain/de-minimis-regimes.ts'
import { isKnown, linksOn, singleUndertaking } from '../../domain/ownership.ts'
import type { SignedPaper } from '../../domain/papers.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import type { SmeStatus } from '../../domain/sme/ceilings.ts'
import { smeStatus } from '../../domain/sme/status.ts'
import { factsAround } from '../companies/facts.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

/** A company that aid is to be given to, as it stands on the day. */
export interface Beneficiary {
  company: Named
  members: Named[]
  undertaking: Undertaking
  /** Whose ceiling its aid counts towards; null where neither profile nor country tells. */
  memberState: string | null
  status: SmeStatus
  /** Whether all holdings in and of the undertaking are known. */
  ownersKnown: boolean
  papers: SignedPaper[]
  /** All aid to the undertaking, of any day, basis and Member State. */
  entries: AidEntry[]
}

interface Profile extends Named {
  country: string | null
  memberState: string | null
  sector: AidSector
  fiscalYearEnd: string
  papers: SignedPaper[]
}

/** Reads a company with its undertaking and all aid that it had; 404 where there is none. */
export async function beneficiaryOn(ctx: Context, id: string, day: CivilDate): Promise<Beneficiary> {
  const { rows } = await sql<Profile>`
    select o.id, o.name, o.country, p.member_state as "memberState", coalesce(p.aid_sector, 'general') as sector,
      coalesce(p.fiscal_year_end, '12-31') as "fiscalYearEnd",
      coalesce((select json_agg(json_build_object('kind', d.kind, 'signedOn', d.signed_on)) from company_declarations d where d.organisation_id = o.id), '[]') as papers
    from organisations o left join company_profiles p on p.id = o.id where o.id = ${id}`.execute(ctx.db)
  const [profile] = rows
  if (!profile) throw new Failure('not_found', 'There is no such company')
  const facts = await factsAround(ctx.db, [id])
  const members = singleUndertaking(id, facts.links, day)
  const names = new Map(facts.enterprises.map((one) => [one.id, one.name]))
  const near = linksOn(facts.links, day).filter(
    ({ holderId, heldId }) => members.includes(holderId) || members.includes(heldId),
  )
  const memberState = profile.memberState ?? profile.country
  return {
    company: { id, name: profile.name },
    members: members.map((of) => ({ id: of, name: names.get(of) ?? '' })),
    undertaking: { members, sector: profile.sector, fiscalYearEnd: profile.fiscalYearEnd },
    memberState: isMemberState(memberState, day) ? memberState : null,
    status: smeStatus(id, facts, day).status,
    ownersKnown: near.every(isKnown),
    papers: profile.papers,
    entries: await entriesOf(ctx, members),
  }
}

async function entriesOf(ctx: Context, members: readonly string[]): Promise<AidEntry[]> {
  const { rows } = await sql<AidEntry>`
    select id, organisation_id as "organisationId", granted_on as "grantedOn", member_state as "memberState", basis, euros as amount
    from aid where organisation_id = any (${sql.val([...members])}::uuid[]) order by granted_on, id`.execute(
    ctx.db,
  )
  return rows
}
