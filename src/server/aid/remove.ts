import type { removeAid as endpoint } from '../../contract/aid.ts'
import { lock } from '../record.ts'
import type { Verb } from '../route.ts'

export const removeAid: Verb<typeof endpoint> = async (ctx, { params: { id }, ifMatch }) => {
  await lock(ctx, 'aid', id, ifMatch)
  await ctx.db.deleteFrom('aid').where('id', '=', id).execute()
  return undefined
}
