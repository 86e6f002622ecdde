import { sql } from 'kysely'
import type {
  createNote,
  Note,
  removeNote as removeNoteEndpoint,
  updateNote as updateNoteEndpoint,
} from '../../contract/dossier.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { lock } from '../record.ts'
import type { Verb } from '../route.ts'
import { type About, mustLive } from './about.ts'

async function notesWhere(ctx: Context, condition: ReturnType<typeof sql<boolean>>): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select n.id, n.version, n.noun, n.record_id as "recordId", n.body,
      case when p.id is not null then json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)) end as author,
      n.created_at as "createdAt", n.updated_at as "updatedAt"
    from notes n left join people p on p.id = n.author_id
    where ${condition}
    order by n.created_at desc, n.id`.execute(ctx.db)
  return rows
}

/** A record's notes, newest first. */
export const notesOf = (ctx: Context, { noun, recordId }: About): Promise<Note[]> =>
  notesWhere(ctx, sql`n.noun = ${noun} and n.record_id = ${recordId}`)

/** One note; 404 where there is none. */
export async function readNote(ctx: Context, id: string): Promise<Note> {
  const [found] = await notesWhere(ctx, sql`n.id = ${id}`)
  if (!found) throw new Failure('not_found', 'There is no such note')
  return found
}

export const addNote: Verb<typeof createNote> = async (ctx, { body: { noun, recordId, body } }) => {
  await mustLive(ctx, { noun, recordId })
  const id = ctx.newId()
  const at = (ctx.written ?? ctx.now).toISOString()
  await ctx.db
    .insertInto('notes')
    .values({
      id,
      noun,
      record_id: recordId,
      body,
      author_id: ctx.actor.id,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return readNote(ctx, id)
}

export const updateNote: Verb<typeof updateNoteEndpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lock(ctx, 'notes', id, ifMatch)
  await ctx.db.updateTable('notes').set({ body: body.body }).where('id', '=', id).execute()
  return readNote(ctx, id)
}

export const removeNote: Verb<typeof removeNoteEndpoint> = async (ctx, { params: { id }, ifMatch }) => {
  await lock(ctx, 'notes', id, ifMatch)
  await ctx.db.deleteFrom('notes').where('id', '=', id).execute()
  return undefined
}
