import type { keepPrivacy as endpoint } from '../../contract/privacy.ts'
import { lockLiving, replaceChildren, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { mustNotBeErased, readPersonPrivacy } from './queries.ts'

/** Notes what was given; a change of it counts as one of the person. */
export const keepPrivacy: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'people', id, ifMatch)
  await mustNotBeErased(ctx, id)
  const columns = {
    legal_basis: body.legalBasis,
    source: body.source,
    collected_on: body.collectedOn,
    keep_months: body.keepMonths,
  }
  const given = Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  ) as Partial<typeof columns>
  if (Object.keys(given).length > 0)
    await ctx.db
      .insertInto('person_privacy')
      .values({ id, ...given })
      .onConflict((held) => held.column('id').doUpdateSet(given))
      .execute()
  if (body.consents)
    await replaceChildren(ctx, {
      table: 'person_consents',
      path: 'consents',
      owner: ['person_id', id],
      items: body.consents,
      columns: ({ purpose, decision, on, how }) => ({ purpose, decision, on_date: on, how: how ?? null }),
    })
  await touch(ctx, 'people', id)
  return readPersonPrivacy(ctx, id)
}
