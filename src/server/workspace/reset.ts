import type { resetWorkspace } from '../../contract/workspace.ts'
import { relinkAccounts } from '../access/relink.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'
import { readWorkspace } from './read.ts'
import { replaceBy, wipe } from './replace.ts'

/** Begins anew, with the demo workspace or with nothing. */
export const reset: Verb<typeof resetWorkspace> = async (ctx, { body }) => {
  if (body.to === 'demo') await begin(ctx, await demoOf(ctx))
  else await empty(ctx)
  await relinkAccounts(ctx)
  return readWorkspace(ctx)
}

/** A workspace begun with the demo says so, even where the file was exported before it could. */
async function begin(ctx: Context, demo: Uint8Array<ArrayBuffer>): Promise<void> {
  await replaceBy(ctx.db as Tx, demo)
  await ctx.db.updateTable('workspace').set({ origin: 'demo' }).where('origin', '<>', 'demo').execute()
}

async function demoOf(ctx: Context): Promise<Uint8Array<ArrayBuffer>> {
  const file = await ctx.demo?.().catch(() => null)
  if (!file) throw new Failure('demo_unavailable', 'The demo workspace can’t be had here')
  return file
}

/** The reader's language and currency stay; the version counts on, so that it never stands for two contents. */
async function empty(ctx: Context): Promise<void> {
  const { version, language, homeCurrency } = await readWorkspace(ctx)
  await wipe(ctx.db as Tx)
  await ctx.db
    .insertInto('workspace')
    .values({
      name: 'Corridor',
      version: version + 1,
      language,
      home_currency: homeCurrency,
      updated_at: ctx.now.toISOString(),
    })
    .execute()
}
