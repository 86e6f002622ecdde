import { sql } from 'kysely'
import {
  type MergePreview,
  type OrganisationMergeField,
  organisationMergeFields,
  type PersonMergeField,
  personMergeFields,
} from '../../contract/merge.ts'
import type { Context } from '../context.ts'
import type { Pair, Values } from './plan.ts'

interface Field {
  table: 'organisations' | 'company_profiles' | 'people'
  /** The columns that are taken together. */
  columns: readonly string[]
}

const own = (...columns: string[]): Field => ({ table: 'organisations', columns })
const profile = (column: string): Field => ({ table: 'company_profiles', columns: [column] })
const person = (column: string): Field => ({ table: 'people', columns: [column] })

const organisationFields: Record<OrganisationMergeField, Field> = {
  name: own('name'),
  place: own('country', 'region', 'town', 'latitude', 'longitude'),
  focus: own('focus'),
  founded: own('founded'),
  colour: own('colour'),
  legalForm: profile('legal_form'),
  exportExperience: profile('export_experience'),
  exportsSince: profile('exports_since'),
  exportShare: profile('export_share'),
  fiscalYearEnd: profile('fiscal_year_end'),
  aidSector: profile('aid_sector'),
  memberState: profile('member_state'),
}
const personFields: Record<PersonMergeField, Field> = {
  givenName: person('given_name'),
  familyName: person('family_name'),
  nativeName: person('native_name'),
  email: person('email'),
  phone: person('phone'),
  language: person('language'),
}

type Row = Record<string, unknown>

const fieldsOf = ({ noun }: Pair): [string, Field][] =>
  noun === 'organisations'
    ? organisationMergeFields.map((name) => [name, organisationFields[name]])
    : personMergeFields.map((name) => [name, personFields[name]])

async function rowOf(ctx: Context, table: string, id: string): Promise<Row | null> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(table)} t where t.id = ${id}`.execute(ctx.db)
  return rows[0]?.row ?? null
}

const isSaid = (value: unknown) => value !== null && value !== undefined && value !== ''

/** Several columns in one line: "FR, Rhône-Alpes, Lyon". */
function shown(row: Row | null, { columns }: Field): string | number | null {
  const said = columns.map((column) => row?.[column]).filter(isSaid)
  if (said.length === 0) return null
  const [only] = said
  if (columns.length === 1) return typeof only === 'number' ? only : String(only)
  return said.filter((value) => typeof value === 'string').join(', ') || said.join(', ')
}

/** Whether the other says all that the kept record does, and more: "FR, Lyon" beside "Lyon". Where exactly on the map is no more. */
function isFuller(theirs: Row | null, ours: Row | null, { columns }: Field): boolean {
  const told = columns.filter((column) => !['latitude', 'longitude'].includes(column))
  const own = told.filter((column) => isSaid(ours?.[column]))
  const more = told.filter((column) => isSaid(theirs?.[column])).length > own.length
  return more && own.every((column) => theirs?.[column] === ours?.[column])
}

/** The fields that either record has, with what is proposed: the kept record's, unless the other's is fuller. */
export async function comparedFields(ctx: Context, pair: Pair): Promise<MergePreview['fields']> {
  const tables = pair.noun === 'organisations' ? ['organisations', 'company_profiles'] : ['people']
  const rows = new Map<string, [Row | null, Row | null]>()
  for (const table of tables)
    rows.set(table, [await rowOf(ctx, table, pair.kept), await rowOf(ctx, table, pair.other)])
  return fieldsOf(pair).flatMap(([field, columns]) => {
    const [ours, theirs] = rows.get(columns.table) ?? [null, null]
    const [kept, other] = [shown(ours, columns), shown(theirs, columns)]
    if (kept === null && other === null) return []
    const proposed = kept === null || isFuller(theirs, ours, columns) ? ('other' as const) : ('kept' as const)
    return [{ field, kept, other, proposed }]
  })
}

/** Writes what is taken from the other record, and joins the lists of both. */
export async function takeFields(ctx: Context, pair: Pair, take: readonly string[]): Promise<void> {
  const taken = fieldsOf(pair).filter(([name]) => take.includes(name))
  const [first] = fieldsOf(pair)
  if (!first) return
  const main = first[1].table
  await write(ctx, pair, main, columnsIn(taken, main), main === 'organisations' ? ['kinds'] : [])
  if (pair.noun === 'organisations')
    await write(ctx, pair, 'company_profiles', columnsIn(taken, 'company_profiles'), [
      'sectors',
      'themes',
      'languages',
    ])
}

const columnsIn = (fields: readonly [string, Field][], table: string) =>
  fields.filter(([, field]) => field.table === table).flatMap(([, { columns }]) => [...columns])

async function write(
  ctx: Context,
  { kept, other }: Pair,
  table: string,
  columns: readonly string[],
  lists: readonly string[],
): Promise<void> {
  const [ours, theirs] = [await rowOf(ctx, table, kept), await rowOf(ctx, table, other)]
  if (!theirs) return
  if (!ours) {
    const copy = { ...theirs, id: kept }
    await sql`insert into ${sql.table(table)} select * from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(copy)}::jsonb)`.execute(
      ctx.db,
    )
    return
  }
  const values: Values = Object.fromEntries(
    columns.map((column) => [column, theirs[column] as Values[string]]),
  )
  const set = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  for (const list of lists) {
    const held = ours[list] as string[]
    const more = (theirs[list] as string[]).filter((item) => !held.includes(item))
    if (more.length > 0) set.push(sql`${sql.ref(list)} = ${sql.val([...held, ...more])}::text[]`)
  }
  if (set.length > 0)
    await sql`update ${sql.table(table)} set ${sql.join(set)} where id = ${kept}`.execute(ctx.db)
}
