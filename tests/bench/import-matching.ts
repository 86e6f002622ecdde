import { existsSync } from 'node:fs'
import type { ImportMatch } from '../../src/contract/import-row.ts'
import * as contract from '../../src/contract/imports.ts'
import { chunk, client, drafts, importWhole, read, shared, type Table } from './import-run.ts'
import { printTable } from './table.ts'

/** Precision and recall of matching one public list with another, by the codes that both bear and that are left out. */
export async function benchMatching(): Promise<void> {
  if (!existsSync(shared)) return
  const api = await client()
  const [h2020, imi] = await Promise.all(
    ['h2020-organisations-2017.csv', 'imi_participants.csv'].map((file) => read(shared + file)),
  )
  if (!h2020 || !imi) return
  const pics = new Map<string, string>()
  const load = (table: Table) =>
    drafts(table).map(({ draft }) => {
      const pic = draft.organisation?.numbers.find(({ scheme }) => scheme === 'pic')?.value ?? ''
      return {
        pic,
        draft: { ...draft, organisation: draft.organisation && { ...draft.organisation, numbers: [] } },
      }
    })
  const known = load(h2020)
  await importWhole(
    api,
    'H2020',
    known.map(({ draft }) => draft),
  )
  for (const { pic, draft } of known)
    if (draft.organisation) pics.set(`${draft.organisation.name}|${draft.organisation.town}`, pic)
  const asked = load(imi)
  const record = await api.call<contract.ImportRecord>(contract.createImport, '', {
    name: 'IMI',
    source: 'csv',
    headers: [],
    mapping: [],
  })
  for (let at = 0; at < asked.length; at += chunk)
    await api.call(contract.sendImportRows, record.id, {
      rows: asked
        .slice(at, at + chunk)
        .map(({ draft }, n) => ({ position: at + n, line: at + n + 2, draft })),
    })
  const { rows } = await api.db
    .selectFrom('import_rows')
    .select(['position', 'matches'])
    .where('import_id', '=', record.id)
    .execute()
    .then((rows) => ({ rows }))
  const there = new Set(known.map(({ pic }) => pic))
  const tally = { same: [0, 0], perhaps: [0, 0] }
  let found = 0
  for (const { position, matches } of rows) {
    const pic = asked[position]?.pic ?? ''
    const records = (matches as unknown as ImportMatch[]).filter(({ id }) => id !== null)
    const isRight = (match: ImportMatch) =>
      pics.get(`${match.name}|${match.detail?.replace(/, [A-Z]{2}$/, '')}`) === pic
    for (const match of records)
      if (match.verdict !== 'new')
        tally[match.verdict][isRight(match) ? 0 : 1] = (tally[match.verdict][isRight(match) ? 0 : 1] ?? 0) + 1
    if (records.some(isRight)) found++
  }
  const share = ([right = 0, wrong = 0]: number[]) =>
    `${right} of ${right + wrong} (${((100 * right) / (right + wrong)).toFixed(1)} %)`
  const both = asked.filter(({ pic }) => there.has(pic)).length
  printTable(
    'Matching: IMI with H2020, numbers left out',
    ['what', 'right'],
    [
      ['taken for the same', share(tally.same)],
      ['perhaps', share(tally.perhaps)],
      ['found, of those in both', `${found} of ${both} (${((100 * found) / both).toFixed(1)} %)`],
    ],
  )
}
