import { sql } from 'kysely'
import type { OwnershipLink } from '../../domain/ownership.ts'
import type { Accounts, Enterprise } from '../../domain/sme/accounts.ts'
import type { SmeFacts } from '../../domain/sme/status.ts'
import type { Db } from '../db/database.ts'

/** Somebody in a group: an organisation or a person. */
export interface Member extends Enterprise {
  name: string
  isPerson: boolean
  country: string | null
}

export interface GroupFacts extends SmeFacts {
  enterprises: readonly Member[]
}

/** All that the SME status and the undertaking of some organisations may depend on, read by following who holds what. */
export async function factsAround(db: Db, ids: readonly string[]): Promise<GroupFacts> {
  if (ids.length === 0) return { enterprises: [], accounts: [], links: [] }
  const { rows: reached } = await sql<{
    id: string
  }>`select id from owners_around(${sql.val([...ids])}::uuid[])`.execute(db)
  const all = sql`${sql.val(reached.map(({ id }) => id))}::uuid[]`
  const { rows: enterprises } = await sql<Member>`
    select id, founded, name, false as "isPerson", country from organisations where id = any (${all})
    union all
    select id, null, concat_ws(' ', given_name, family_name), true, null from people where id = any (${all})`.execute(
    db,
  )
  const { rows: accounts } = await sql<Accounts>`
    select id, organisation_id as "enterpriseId", closed_on as "closedOn", basis, consolidated, headcount,
      turnover_minor as turnover, balance_sheet_minor as "balanceSheet", currency, rate
    from accounts where organisation_id = any (${all}) order by closed_on, id`.execute(db)
  const { rows: links } = await sql<OwnershipLink>`
    select o.id, coalesce(o.holder_id, o.holder_person_id) as "holderId", o.holder_person_id is not null as "byPerson", o.held_id as "heldId",
      o.holder_type as "holderType", o.capital, o.voting, o.appoints_board as "appointsBoard", o.dominant_influence as "dominantInfluence",
      o.votes_by_agreement as "votesByAgreement", o.same_market as "sameMarket", o.invested, o.budget, o.inhabitants,
      o.from_date as "from", o.to_date as "to"
    from ownership o join organisations h on h.id = o.held_id and h.deleted_at is null
    left join organisations w on w.id = o.holder_id
    where o.held_id = any (${all}) and coalesce(o.holder_id, o.holder_person_id) = any (${all}) and w.deleted_at is null
    order by o.id`.execute(db)
  return { enterprises, accounts, links }
}

/** The part of many facts that one organisation's status depends on, so that others' don't make it slower. */
export function narrowing(facts: SmeFacts): (id: string) => SmeFacts {
  const linksAt = new Map<string, OwnershipLink[]>()
  const accountsOf = new Map<string, Accounts[]>()
  const enterpriseOf = new Map(facts.enterprises.map((one) => [one.id, one]))
  for (const link of facts.links)
    for (const end of [link.holderId, link.heldId]) linksAt.set(end, [...(linksAt.get(end) ?? []), link])
  for (const one of facts.accounts)
    accountsOf.set(one.enterpriseId, [...(accountsOf.get(one.enterpriseId) ?? []), one])
  return (id) => {
    const reached = new Set([id])
    const links = new Set<OwnershipLink>()
    for (const at of reached)
      for (const link of linksAt.get(at) ?? []) {
        links.add(link)
        reached.add(link.holderId).add(link.heldId)
      }
    return {
      enterprises: [...reached].flatMap((of) => enterpriseOf.get(of) ?? []),
      accounts: [...reached].flatMap((of) => accountsOf.get(of) ?? []),
      links: [...links],
    }
  }
}
