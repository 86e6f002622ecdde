import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { type Findings, type Join, type Pair, type Refusal, type RowChange, refusal } from './plan.ts'

interface Both {
  agreementId: string
  title: string
  keptId: string
  otherId: string
  sameSide: boolean
  keptRequired: boolean
  otherRequired: boolean
  keptSigned: boolean
  otherSigned: boolean
  /** Signatures and refusals for the other party. */
  signatures: string[]
}

/**
 * Agreements that both are a party to. On one side they become one party, which must sign where either must, and has signed
 * where either has; not where both have signed, as no party signs twice, nor where they face each other.
 */
export async function sameParties(ctx: Context, { kept, other }: Pair): Promise<Findings> {
  const signed = (party: string) =>
    sql`exists (select from signatures s where s.party_id = ${sql.ref(`${party}.id`)} and s.decision = 'signed')`
  const { rows } = await sql<Both>`
    select a.id as "agreementId", a.title, k.id as "keptId", o.id as "otherId", k.side = o.side as "sameSide",
      k.required as "keptRequired", o.required as "otherRequired", ${signed('k')} as "keptSigned", ${signed('o')} as "otherSigned",
      coalesce((select json_agg(s.id order by s.id) from signatures s where s.party_id = o.id), '[]') as signatures
    from agreement_parties o join agreement_parties k on k.agreement_id = o.agreement_id and k.organisation_id = ${kept}
    join agreements a on a.id = o.agreement_id
    where o.organisation_id = ${other} order by folded(a.title), a.id`.execute(ctx.db)
  const refusals: Refusal[] = rows.flatMap(({ agreementId, title, sameSide, keptSigned, otherSigned }) => {
    const about = { noun: 'agreements' as const, recordId: agreementId }
    if (!sameSide) return [refusal('both_sides', title, about)]
    return keptSigned && otherSigned ? [refusal('both_signed', title, about)] : []
  })
  const joined = rows.filter((row) => row.sameSide && !(row.keptSigned && row.otherSigned))
  const join: Join = {
    rule: 'same_party',
    table: 'agreement_parties',
    titles: joined.map(({ title }) => title),
    count: joined.length,
    changes: joined.flatMap((row): RowChange[] => [
      ...row.signatures.map((id) => ({ table: 'signatures', id, set: { party_id: row.keptId } })),
      ...(row.otherRequired && !row.keptRequired
        ? [{ table: 'agreement_parties', id: row.keptId, set: { required: true } }]
        : []),
    ]),
    drops: joined.map(({ otherId }) => ({ table: 'agreement_parties', id: otherId })),
  }
  return { joins: joined.length > 0 ? [join] : [], refusals }
}
