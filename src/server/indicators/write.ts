import type { indicatorRecords } from '../../contract/indicators.ts'
import { mustReferToLiving } from '../checks.ts'
import { lockLiving, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { readIndicator } from './queries.ts'
import { mustMakeSense, referencesOf, referredBy, rowOf } from './store.ts'

export const createIndicator: Verb<typeof indicatorRecords.create> = async (ctx, { body }) => {
  mustMakeSense(body)
  await mustReferToLiving(ctx, referencesOf(body))
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  const { title, measure, vocabulary } = body
  await ctx.db
    .insertInto('indicators')
    .values({ ...rowOf(body), id, title, measure, vocabulary, created_at: at, updated_at: at })
    .execute()
  return readIndicator(ctx, id)
}

export const updateIndicator: Verb<typeof indicatorRecords.update> = async (
  ctx,
  { params: { id }, body, ifMatch },
) => {
  await lockLiving(ctx, 'indicators', id, ifMatch)
  const held = await readIndicator(ctx, id)
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
  mustMakeSense({ ...held, ...given })
  await mustReferToLiving(ctx, referencesOf(body), referredBy(held))
  const row = Object.fromEntries(Object.entries(rowOf(body)).filter(([, value]) => value !== undefined))
  if (Object.keys(row).length > 0)
    await ctx.db.updateTable('indicators').set(row).where('id', '=', id).execute()
  else await touch(ctx, 'indicators', id)
  return readIndicator(ctx, id)
}
