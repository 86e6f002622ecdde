import { sql } from 'kysely'
import type {
  DocumentMeta,
  downloadDocument,
  removeDocument,
  uploadDocument,
} from '../../contract/dossier.ts'
import type { Context } from '../context.ts'
import { base64Column, bytesFrom, bytesValue } from '../db/bytes.ts'
import { Failure, invalidField } from '../failure.ts'
import { lock } from '../record.ts'
import type { Verb } from '../route.ts'
import { sha256 } from '../sha256.ts'
import { type About, mustLive } from './about.ts'

async function documentsWhere(
  ctx: Context,
  condition: ReturnType<typeof sql<boolean>>,
): Promise<DocumentMeta[]> {
  const { rows } = await sql<DocumentMeta>`
    select d.id, d.version, d.noun, d.record_id as "recordId", d.filename, d.media_type as "mediaType", d.size, d.sha256, d.kind, d.sample,
      d.created_at as "createdAt"
    from documents d
    where ${condition}
    order by d.created_at, folded(d.filename), d.id`.execute(ctx.db)
  return rows
}

/** A record's documents, oldest first, without their bytes. */
export const documentsOf = (ctx: Context, { noun, recordId }: About): Promise<DocumentMeta[]> =>
  documentsWhere(ctx, sql`d.noun = ${noun} and d.record_id = ${recordId}`)

/** One document without its bytes; 404 where there is none. */
export async function readDocument(ctx: Context, id: string): Promise<DocumentMeta> {
  const [found] = await documentsWhere(ctx, sql`d.id = ${id}`)
  if (!found) throw new Failure('not_found', 'There is no such document')
  return found
}

/** Attaches a file. The same bytes are kept once, however often they are attached. */
export const attachDocument: Verb<typeof uploadDocument> = async (ctx, { query, body: bytes, mediaType }) => {
  if (bytes.length === 0) throw invalidField('body', 'empty_file', 'The file is empty')
  await mustLive(ctx, query)
  const id = ctx.newId()
  const digest = await sha256(bytes)
  await ctx.db
    .insertInto('document_contents')
    .values({ sha256: digest, bytes: bytesValue(bytes) })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  await ctx.db
    .insertInto('documents')
    .values({
      id,
      noun: query.noun,
      record_id: query.recordId,
      // Control characters are refused by the contract; a separator would make a path of the name where it is saved.
      filename: query.filename.replaceAll(/[/\\]/g, '_'),
      media_type: mediaType,
      size: bytes.length,
      sha256: digest,
      kind: query.kind,
      created_at: (ctx.written ?? ctx.now).toISOString(),
    })
    .execute()
  return readDocument(ctx, id)
}

export const downloadContent: Verb<typeof downloadDocument> = async (ctx, { params: { id } }) => {
  const found = await ctx.db
    .selectFrom('documents')
    .innerJoin('document_contents', 'document_contents.sha256', 'documents.sha256')
    .select([
      'documents.filename',
      'documents.media_type as mediaType',
      base64Column('document_contents.bytes').as('content'),
    ])
    .where('documents.id', '=', id)
    .executeTakeFirst()
  if (!found) throw new Failure('not_found', 'There is no such document')
  const { content, ...rest } = found
  return { ...rest, bytes: bytesFrom(content) }
}

/** Takes the document away. Its bytes stay, for the undo. */
export const dropDocument: Verb<typeof removeDocument> = async (ctx, { params: { id }, ifMatch }) => {
  await lock(ctx, 'documents', id, ifMatch)
  await ctx.db.deleteFrom('documents').where('id', '=', id).execute()
  return undefined
}
