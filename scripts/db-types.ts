/** Writes src/server/db/schema.generated.ts from the migrated schema: `npm run db:types`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { memoryDatabase } from '../src/server/db/memory.ts'

const target = new URL('../src/server/db/schema.generated.ts', import.meta.url)

const types: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  _text: 'string[]',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  float8: 'number',
  date: 'string',
  _date: 'string[]',
  time: 'string',
  timestamptz: 'string',
  jsonb: 'JsonColumn',
  bytea: 'Uint8Array',
}

const db = await memoryDatabase()
const { rows } = await sql<{
  table: string
  column: string
  type: string
  nullable: boolean
  defaulted: boolean
}>`
  select c.table_name as "table", c.column_name as "column", c.udt_name as type,
    c.is_nullable = 'YES' as nullable, c.column_default is not null or c.is_identity = 'YES' as defaulted
  from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
  order by c.table_name, c.ordinal_position`.execute(db)
await db.destroy()

const tables = new Map<string, string[]>()
for (const row of rows) {
  const type = types[row.type]
  if (!type) throw new Error(`${row.table}.${row.column}: no TypeScript type for ${row.type}`)
  const nullable = row.nullable ? `${type} | null` : type
  const column = !row.defaulted
    ? nullable
    : type === 'JsonColumn'
      ? 'DefaultedJsonColumn'
      : `Generated<${nullable}>`
  tables.set(row.table, [...(tables.get(row.table) ?? []), `  ${row.column}: ${column}`])
}

const pascal = (name: string) =>
  name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
const text = `// Made by scripts/db-types.ts from the migrations. Do not edit.
import type { ColumnType, Generated } from 'kysely'

/** JSON: read as a value, written as text. */
export type JsonColumn = ColumnType<unknown, string, string>
export type DefaultedJsonColumn = ColumnType<unknown, string | undefined, string>

${[...tables].map(([name, columns]) => `export interface ${pascal(name)}Table {\n${columns.join('\n')}\n}`).join('\n\n')}

export interface Schema {
${[...tables.keys()].map((name) => `  ${name}: ${pascal(name)}Table`).join('\n')}
}
`
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('schema.generated.ts is stale: run npm run db:types')
    process.exit(1)
  }
} else writeFileSync(target, text)
