import { sql } from 'kysely'
import type { AuditFilters, exportAudit } from '../../contract/audit.ts'
import { type CsvCell, csvStyle, writeCsv } from '../../sheets/write-csv.ts'
import { today } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { Verb } from '../route.ts'
import type { AuditFile, FileEntry } from './file.ts'
import { narrowedBy } from './list.ts'
import { headOf, seal } from './seal.ts'

/** Entries read in one go. */
const page = 2000

/**
 * What the filters find, as a file. As JSON it holds of every other entry what keeps the chain whole and tells nothing but when it was
 * and of what kind, so that the file can be checked by itself. All is sealed first.
 */
export const exportEntries: Verb<typeof exportAudit> = async (ctx, { query: { format, ...filters } }) => {
  await seal(ctx.db, () => ctx.now)
  return ctx.db.transaction().execute(async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    const head = await headOf(tx)
    const name = `audit-${today(ctx)}${head ? `-${head.hash.slice(0, 16)}` : ''}`
    const entries = await readAll(tx, filters, format === 'json')
    if (format === 'csv') {
      const rows = [
        columns,
        ...entries.map(csvRow),
        ['', head?.at ?? '', 'head', ...Array(8).fill(''), head?.hash ?? ''],
      ]
      return {
        bytes: await writeCsv(rows, csvStyle('en')),
        mediaType: 'text/csv; charset=utf-8',
        filename: `${name}.csv`,
      }
    }
    const file: AuditFile = {
      format: 'corridor-audit',
      version: 1,
      madeAt: ctx.now.toISOString(),
      filters: filters as Record<string, string>,
      head,
      blocks: await tx.selectFrom('audit_blocks').selectAll().orderBy('number').execute(),
      entries,
    }
    return {
      bytes: new TextEncoder().encode(JSON.stringify(file)),
      mediaType: 'application/json',
      filename: `${name}.json`,
    }
  })
}

async function readAll(tx: Tx, filters: AuditFilters, whole: boolean): Promise<FileEntry[]> {
  const entries: FileEntry[] = []
  for (;;) {
    const last = entries.at(-1)?.position ?? 0
    const { rows } = await sql<FileEntry & { asked: boolean }>`
      select e.position, e.at, e.kind, e.act, e.content, e.hash, e.expired, (${narrowedBy(filters)}) as asked, e.salt, e.verb,
        e.user_id as "userId", e.person_id as "personId", e.noun, e.record_id as "recordId", e.change_set_id as "changeSetId", e.detail,
        coalesce(u.email, '') as email, coalesce(record_title('people', e.person_id), '') as person,
        coalesce(record_title(e.noun, e.record_id), '') as title
      from audit_entries e left join auth_users u on u.id::text = e.user_id
      where e.position > ${last} and ${whole ? sql`true` : narrowedBy(filters)}
      order by e.position limit ${sql.lit(page)}`.execute(tx)
    for (const { asked, ...row } of rows) entries.push(asked ? row : linkOf(row))
    if (rows.length < page) return entries
  }
}

const linkOf = ({ position, at, kind, act, content, hash }: FileEntry): FileEntry => ({
  position,
  at,
  kind,
  act,
  content,
  hash,
})

const columns = [
  'place',
  'time',
  'kind',
  'operation',
  'person',
  'account',
  'about',
  'record',
  'title',
  'change',
  'detail',
  'hash',
]

const csvRow = (entry: FileEntry): CsvCell[] => [
  String(entry.position),
  entry.at,
  entry.kind,
  entry.verb ?? '',
  entry.person || (entry.personId ?? ''),
  entry.email || (entry.userId ?? ''),
  entry.noun ?? '',
  entry.recordId ?? '',
  entry.title ?? '',
  entry.changeSetId ?? '',
  entry.detail ?? '',
  entry.hash,
]
