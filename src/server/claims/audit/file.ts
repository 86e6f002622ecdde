import { sql } from 'kysely'
import type { claimAuditFile } from '../../../contract/claims.ts'
import type { BinaryReply } from '../../../contract/endpoint.ts'
import { writeWorkbook } from '../../../sheets/write-workbook.ts'
import { lineNames } from '../../budget/line-names.ts'
import { type Context, today } from '../../context.ts'
import { base64Column, bytesFrom } from '../../db/bytes.ts'
import type { Verb } from '../../route.ts'
import { zipWriter } from '../../workspace/zip-writer.ts'
import { readClaimWhole, type Terms, termsOf } from '../queries.ts'
import { shownRows } from '../rows.ts'
import { plainName, receiptsOf } from './receipts.ts'
import { auditSheets } from './sheets.ts'
import { auditWords } from './words.ts'

/** A claim as it is audited: the workbook, and the receipts under the names that its rows give; all of one moment. */
export const auditFile: Verb<typeof claimAuditFile> = (ctx, { params: { id }, query: { language } }) =>
  ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((db) => archive({ ...ctx, db }, id, language))

async function archive(ctx: Context, id: string, language: 'en' | 'fr'): Promise<BinaryReply> {
  const words = auditWords[language]
  const claim = await readClaimWhole(ctx, id)
  const rows = (await shownRows(ctx, id)).map((row, n) => ({ ...row, number: n + 1 }))
  const receipts = await receiptsOf(ctx, rows, words.receipts)
  const lines = await lineNames(ctx, [claim.grant.id], language)
  const { rules } = (await frozenTerms(ctx, id)) ?? (await termsOf(ctx, claim.grant.id))
  const sheets = auditSheets({ claim, rows, receipts, lines, rules, words, language, madeOn: today(ctx) })
  const zip = zipWriter()
  // A workbook is packed already, as are most receipts.
  const add = (name: string, bytes: Uint8Array) => {
    const entry = zip.add(name, { packed: false })
    entry.write(bytes)
    entry.end()
  }
  add(`${words.workbook}-${claim.number}.xlsx`, await writeWorkbook(sheets))
  for (const { file, sha256 } of receipts) add(file, await contentOf(ctx, sha256))
  return {
    bytes: zip.finish(),
    mediaType: 'application/zip',
    filename: plainName(`${claim.grant.name} - ${claim.title ?? `${words.workbook} ${claim.number}`}.zip`),
  }
}

async function contentOf(ctx: Context, sha256: string): Promise<Uint8Array> {
  const { content } = await ctx.db
    .selectFrom('document_contents')
    .select(base64Column('bytes').as('content'))
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow()
  return bytesFrom(content)
}

async function frozenTerms(ctx: Context, id: string): Promise<Terms | null> {
  const { rows } = await sql<{ frozen: Terms | null }>`select frozen from claims where id = ${id}`.execute(
    ctx.db,
  )
  return rows[0]?.frozen ?? null
}
