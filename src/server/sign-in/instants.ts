import type { KyselyPlugin, UnknownRow } from 'kysely'

/** Columns that hold instants, which the library for signing in compares as `Date`; all else here reads them as text. */
const isInstant = (column: string) => /(^|_)(at|until)$/.test(column)

const withDates = (row: UnknownRow): UnknownRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      isInstant(column) && typeof value === 'string' ? new Date(value) : value,
    ]),
  )

/** Reads instants as `Date`. */
export const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
}
