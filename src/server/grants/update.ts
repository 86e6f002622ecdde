import type { grantRecords } from '../../contract/grants.ts'
import { mustNotEndBeforeStart, mustReferToLiving } from '../checks.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { mustHoldTogether, mustKeepWhatIsUsed } from './checks.ts'
import { readGrant } from './queries.ts'
import { type Fields, referencesOf, referredBy, rowOf, storeFunders } from './store.ts'

/** What a rule was when an expense was reckoned or a claim frozen stays with them: nothing is restated. */
export const updateGrant: Verb<typeof grantRecords.update> = async (
  ctx,
  { params: { id }, body, ifMatch },
) => {
  await lockLiving(ctx, 'grants', id, ifMatch)
  const held = await readGrant(ctx, id)
  const fields = body as Fields
  const { starts = held.starts, ends = held.ends } = fields
  if (fields.starts !== undefined || fields.ends !== undefined) mustNotEndBeforeStart(starts, ends)
  const funders = held.funders.map(({ organisation, ...one }) => ({
    ...one,
    organisationId: organisation.id,
  }))
  mustHoldTogether(fields, { ...held, funders })
  await mustReferToLiving(ctx, referencesOf(fields), referredBy(held))
  await mustKeepWhatIsUsed(ctx, id, held, fields)
  await ctx.db
    .updateTable('grants')
    .set({ ...rowOf(fields), updated_at: ctx.now.toISOString() })
    .where('id', '=', id)
    .execute()
  await storeFunders(ctx, id, fields)
  return readGrant(ctx, id)
}
