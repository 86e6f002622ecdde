import type { CallInput } from '../../src/contract/endpoint.ts'
import * as contract from '../../src/contract/imports.ts'
import type { TestApi } from './api.ts'

type Sent = CallInput<typeof contract.sendImportRows>['body']['rows'][number]['draft']

/** A row about a French company, or what else is given. */
export const company = (
  name: string,
  organisation: Partial<NonNullable<Sent['organisation']>> = {},
  rest: Omit<Sent, 'organisation'> = {},
): Sent => ({ organisation: { name, kinds: ['company'], country: 'FR', ...organisation }, ...rest })

/** Nobody is entered without where their data comes from and what it is for. */
const sourced = (draft: Sent): Sent =>
  draft.person
    ? { ...draft, person: { source: 'A list of the chamber', purpose: 'Missions to Japan', ...draft.person } }
    : draft

/** Imports over the API, as the screen makes them. */
export function importMakers(api: TestApi) {
  const begin = (fields: Partial<CallInput<typeof contract.createImport>['body']> = {}) =>
    api.call(contract.createImport, {
      body: { name: 'A table', source: 'csv', headers: [], mapping: [], ...fields },
    })

  async function sent(drafts: readonly Sent[], fields: Parameters<typeof begin>[0] = {}) {
    const { id } = await begin(fields)
    await send(id, drafts)
    return api.call(contract.readImport, { params: { id } })
  }

  const send = (id: string, drafts: readonly Sent[], from = 0) =>
    api.call(contract.sendImportRows, {
      params: { id },
      body: {
        rows: drafts.map((draft, n) => ({ position: from + n, line: from + n + 2, draft: sourced(draft) })),
      },
    })

  const rows = async (id: string, query: CallInput<typeof contract.listImportRows>['query'] = {}) =>
    (await api.call(contract.listImportRows, { params: { id }, query })).items

  /** Applies all that is decided, `limit` rows at a time. */
  async function applied(record: contract.ImportRecord, limit = 500) {
    let at = record
    const left = () => at.decisions.create + at.decisions.update + at.decisions.skip
    for (let before = -1; left() > 0 && left() !== before; ) {
      before = left()
      at = await api.call(
        contract.applyImport,
        { params: { id: at.id }, body: { limit } },
        { version: at.version },
      )
    }
    return at
  }

  async function reverted(record: contract.ImportRecord) {
    let at = record
    while (at.parts > 0)
      at = await api.call(contract.revertImport, { params: { id: at.id } }, { version: at.version })
    return at
  }

  return { begin, send, sent, rows, applied, reverted }
}
