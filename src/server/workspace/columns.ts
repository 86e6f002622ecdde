import { sql } from 'kysely'
import { isTimeZone } from '../../domain/time-zone.ts'
import type { Db } from '../db/database.ts'
import type { Row } from './upgrade.ts'

interface Column {
  name: string
  type: string
  nullable: boolean
}

/** The columns of every table, by table, in the order they stand. */
export async function columnsOf(db: Db): Promise<Map<string, Column[]>> {
  const { rows } = await sql<Column & { table: string }>`
    select table_name as "table", column_name as name, udt_name as type, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema = current_schema() order by table_name, ordinal_position`.execute(
    db,
  )
  const tables = new Map<string, Column[]>()
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column])
  return tables
}

const isText = (value: unknown) => typeof value === 'string'
const isNumber = (value: unknown) => typeof value === 'number'

/** Levels that a JSON value may nest; what is kept here has three. */
const deepest = 32

const isShallow = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((held) => isShallow(held, levels - 1)))

/** What JSON a column's values come as. Whether a text is a date or an id, the database says. */
const kinds: Record<string, (value: unknown) => boolean> = {
  uuid: isText,
  text: isText,
  date: isText,
  time: isText,
  timestamptz: isText,
  int4: Number.isSafeInteger,
  int8: Number.isSafeInteger,
  float8: isNumber,
  bool: (value) => typeof value === 'boolean',
  _text: (value) => Array.isArray(value) && value.every(isText),
  jsonb: (value) => isShallow(value, deepest),
}

/** What is wrong with a row of a file, or null where it has exactly these columns, of these types. */
export function flawOf(row: Row, columns: readonly Column[]): string | null {
  const known = new Set(columns.map(({ name }) => name))
  const unknown = Object.keys(row).find((name) => !known.has(name))
  if (unknown !== undefined) return `unknown column ${JSON.stringify(unknown)}`
  for (const { name, type, nullable } of columns) {
    if (!Object.hasOwn(row, name)) return `${name} is missing`
    const value = row[name]
    if (value === null) {
      if (!nullable) return `${name} is empty`
    } else if (!(kinds[type] ?? isText)(value)) return `${name} is not of type ${type}`
    else if (/(?:^|_)time_zone$/.test(name) && !isTimeZone(value as string))
      return `${name} is not a time zone`
  }
  return null
}
