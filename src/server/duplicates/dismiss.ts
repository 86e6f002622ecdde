import type { dismissDuplicate as endpoint } from '../../contract/duplicates.ts'
import { invalidField } from '../failure.ts'
import { mustAllExist } from '../record.ts'
import type { Verb } from '../route.ts'

/** Remembers that two are not one; said twice, it is remembered once. */
export const dismissDuplicate: Verb<typeof endpoint> = async (ctx, { body: { noun, aId, bId } }) => {
  if (aId === bId) throw invalidField('bId', 'self', 'The same record')
  await mustAllExist(ctx, noun, [
    { id: aId, path: 'aId' },
    { id: bId, path: 'bId' },
  ])
  const [a, b] = aId < bId ? [aId, bId] : [bId, aId]
  const known = await ctx.db
    .selectFrom('not_duplicates')
    .select('id')
    .where('noun', '=', noun)
    .where('a_id', '=', a)
    .where('b_id', '=', b)
    .executeTakeFirst()
  if (!known)
    await ctx.db.insertInto('not_duplicates').values({ id: ctx.newId(), noun, a_id: a, b_id: b }).execute()
  return { noun, aId, bId }
}
