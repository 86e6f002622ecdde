import * as z from 'zod'
import { isCivilDate, isPartialDate } from '../domain/partial-date.ts'
import { isTimeZone } from '../domain/time-zone.ts'

/** Control characters other than tab and line breaks; PostgreSQL can't hold NUL, and no name needs the others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

const isClean = (text: string) => !controls.test(text) && text.isWellFormed()
const unclean = { error: 'Control characters are not allowed', params: { code: 'control_characters' } }
const clean = z.string().refine(isClean, unclean)

/** One line of text that must be there. */
export const line = (max = 300) => clean.trim().min(1).max(max)
/** One line of text, or nothing; an empty line becomes nothing. */
export const optionalLine = (max = 300) =>
  clean
    .trim()
    .max(max)
    .nullable()
    .transform((text) => text || null)
    .default(null)
/** Several lines of text, or nothing. */
export const optionalText = (max = 20_000) => optionalLine(max)

/** Read in either case, held in lower case, as the database gives it back. */
export const id = z.uuid().toLowerCase().meta({ description: 'Identifier (UUID)' })
export const version = z
  .int()
  .min(1)
  .meta({ description: 'Counts the changes of the record; goes into `If-Match`' })
export const civilDate = z
  .string()
  .refine(isCivilDate, { error: 'Not a date (YYYY-MM-DD)', params: { code: 'date' } })
  .meta({ format: 'date' })
export const partialDate = z
  .string()
  .refine(isPartialDate, {
    error: 'Not a year, month or day (YYYY, YYYY-MM or YYYY-MM-DD)',
    params: { code: 'partial_date' },
  })
  .meta({ description: 'A year, month or day: YYYY, YYYY-MM or YYYY-MM-DD' })
export const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Not a time (HH:MM)')
  .meta({ description: 'Local time, HH:MM' })
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'Not an IANA time zone', params: { code: 'time_zone' } })
export const instant = z.string().meta({ format: 'date-time', description: 'RFC 3339, UTC' })
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'Not an ISO 3166-1 alpha-2 code')
  .meta({ description: 'ISO 3166-1 alpha-2' })
export const language = z
  .string()
  .regex(/^[a-z]{2,3}$/, 'Not an ISO 639 code')
  .meta({ description: 'ISO 639 code' })
export const httpUrl = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine(isClean, unclean)

export const byId = z.object({ id })

/** The nouns whose records have a page, a history, notes, tasks and documents of their own. */
export const recordNouns = [
  'organisations',
  'people',
  'alliances',
  'markets',
  'agreements',
  'missions',
  'participations',
  'meetings',
  'grants',
  'expenses',
  'indicators',
  'reports',
] as const
export type RecordNoun = (typeof recordNouns)[number]
export const recordNoun = z.enum(recordNouns)
export const recordRef = z.object({ noun: recordNoun, recordId: id })

/** A short reference to another record, enough to link to it. */
export const named = z.object({ id, name: z.string() }).meta({ id: 'Named' })
export type Named = z.infer<typeof named>

/** Several values of one query parameter, separated by commas. */
export const several = <S extends z.ZodType<unknown, string>>(item: S) =>
  z
    .union([z.string().transform((text) => text.split(',').filter(Boolean)), z.array(z.string())])
    .pipe(z.array(item as unknown as z.ZodType<z.output<S>, string>).max(50))

/** What the whole screen is narrowed to, and the day from which everything is seen. */
export const scope = {
  alliance: id.optional(),
  cluster: id.optional(),
  market: id.optional(),
  asOf: civilDate.optional().meta({
    description: 'The day as seen from which all is shown; default: the workspace’s as-of date, else today',
  }),
}
export const scopeQuery = z.object(scope)
export type Scope = z.infer<typeof scopeQuery>

export const maxPage = 200

/** A list's query: text search, sort ("name" or "-name"), keyset cursor, page size, scope, and the noun's own filters. */
export const listQuery = <K extends string, F extends z.ZodRawShape>(sortKeys: readonly K[], filters: F) =>
  z.object({
    q: clean
      .trim()
      .max(200)
      .optional()
      .meta({ description: 'Text search, tolerant of case, accents and typos' }),
    sort: z
      .enum(sortKeys.flatMap((key) => [key, `-${key}`] as const) as [K | `-${K}`, ...(K | `-${K}`)[]])
      .optional(),
    cursor: z.string().max(2000).optional().meta({ description: 'The `next` of the page before' }),
    limit: z.coerce.number().int().min(1).max(maxPage).default(50),
    ...scope,
    ...filters,
  })

/** One page of a list. `total` counts all that match; `next` is null on the last page. */
export const page = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int() })

/** What every record carries. */
export const recordBase = {
  id,
  version,
  sample: z.boolean().meta({ description: 'Invented to make the demo usable' }),
  deletedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
}

/** A yes/no query parameter: "true" or "false". */
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])

type Undefaulted<S extends z.ZodRawShape> = {
  [K in keyof S]: z.ZodOptional<
    S[K] extends z.ZodDefault<infer I extends z.ZodType> ? I : S[K] extends z.ZodType ? S[K] : never
  >
}

/** The patch of a record: any of its fields, and what is left out stays as it is (no default is filled in). */
export function patchOf<S extends z.ZodRawShape>(fields: S): z.ZodObject<Undefaulted<S>> {
  const shape = Object.entries(fields).map(([key, schema]) => {
    const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema
    return [key, z.optional(inner as z.ZodType)] as const
  })
  return z.object(Object.fromEntries(shape)) as unknown as z.ZodObject<Undefaulted<S>>
}
