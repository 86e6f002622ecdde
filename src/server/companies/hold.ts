import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

/** Makes sure that a company is there, lives, and does so until this transaction ends; gives its name and country. */
export async function holdCompany(
  ctx: Context,
  id: string,
): Promise<{ name: string; country: string | null }> {
  const { rows } = await sql<{ name: string; country: string | null; deleted: boolean }>`
    select name, country, deleted_at is not null as deleted from organisations where id = ${id} for key share`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw new Failure('not_found', 'There is no such company')
  if (found.deleted) throw new Failure('record_in_bin', 'The company is in the bin')
  return found
}

/** 404 where there is no such organisation, living or in the bin. */
export async function mustBeThere(ctx: Context, id: string): Promise<void> {
  const { rows } = await sql`select from organisations where id = ${id}`.execute(ctx.db)
  if (rows.length === 0) throw new Failure('not_found', 'There is no such company')
}
