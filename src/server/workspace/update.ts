import type { updateWorkspace } from '../../contract/workspace.ts'
import { lock } from '../record.ts'
import type { Verb } from '../route.ts'
import { readWorkspace, workspaceId } from './read.ts'

export const changeSettings: Verb<typeof updateWorkspace> = async (ctx, { body, ifMatch }) => {
  await lock(ctx, 'workspace', workspaceId, ifMatch)
  const { name, asOf, homeCurrency, language } = body
  const given = { name, as_of: asOf, home_currency: homeCurrency, language }
  const row = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  if (Object.keys(row).length > 0) await ctx.db.updateTable('workspace').set(row).execute()
  return readWorkspace(ctx)
}
