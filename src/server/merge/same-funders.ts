import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { found } from './alike.ts'
import type { Findings, Pair } from './plan.ts'

interface Both {
  keptId: string
  otherId: string
  title: string
  share: number | null
  amount: number | null
}

/** Grants that both fund: one funder then gives what both gave. */
export async function sameFunders(ctx: Context, { kept, other }: Pair): Promise<Findings> {
  const { rows } = await sql<Both>`
    select k.id as "keptId", o.id as "otherId", g.title, k.share_bp + o.share_bp as share, k.amount_minor + o.amount_minor as amount
    from grant_funders o join grant_funders k on k.grant_id = o.grant_id and k.organisation_id = ${kept}
    join grants g on g.id = o.grant_id where o.organisation_id = ${other} order by folded(g.title), g.id`.execute(
    ctx.db,
  )
  return found({
    rule: 'same_entry',
    table: 'grant_funders',
    titles: rows.map(({ title }) => title),
    count: rows.length,
    changes: rows
      .filter(({ share, amount }) => share !== null || amount !== null)
      .map(({ keptId, share, amount }) => ({
        table: 'grant_funders',
        id: keptId,
        set: { share_bp: share, amount_minor: amount },
      })),
    drops: rows.map(({ otherId }) => ({ table: 'grant_funders', id: otherId })),
  })
}
