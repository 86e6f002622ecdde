import type { ServedKind } from '../../../domain/served.ts'

type Narrowed = Record<string, string | number | undefined>

const sme = 'micro,small,medium'

const address = (list: 'companies' | 'records', narrowed: Narrowed) => {
  const given = Object.entries(narrowed).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  )
  const search = new URLSearchParams(given as [string, string][]).toString()
  return `/companies/served/${list}${search ? `?${search}` : ''}`
}

/** Where the companies, or the records of a kind, stand that a figure counts. */
export const toCompanies = (narrowed: Narrowed = {}) => address('companies', narrowed)
export const toSmes = (narrowed: Narrowed = {}) => address('companies', { ...narrowed, status: sme })
export const toRecords = (kind: ServedKind, narrowed: Narrowed = {}) =>
  address('records', { ...narrowed, kind, once: shared.includes(kind) ? 'true' : undefined })

/** A figure counts these once, whatever the number of their companies. */
const shared: readonly ServedKind[] = ['meeting', 'outcome']
