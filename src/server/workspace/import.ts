import type { importWorkspace } from '../../contract/workspace.ts'
import { relinkAccounts } from '../access/relink.ts'
import type { Tx } from '../db/database.ts'
import type { Verb } from '../route.ts'
import { readWorkspace } from './read.ts'
import { replaceBy } from './replace.ts'

/** Replaces everything by what a workspace file holds: in one transaction, so that a flawed file changes nothing. */
export const importFile: Verb<typeof importWorkspace> = async (ctx, { body }) => {
  await replaceBy(ctx.db as Tx, body)
  await relinkAccounts(ctx)
  return readWorkspace(ctx)
}
