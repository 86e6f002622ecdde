import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import * as contract from '../../src/contract/imports.ts'
import { draftOf, type ImportDraft, isReady } from '../../src/domain/import/draft.ts'
import type { ImportField } from '../../src/domain/import/fields.ts'
import { proposedMapping } from '../../src/domain/import/mapping.ts'
import { createApi } from '../../src/server/app.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { localUser } from '../../src/server/session/local-user.ts'
import { readSheetFile } from '../../src/sheets/read-sheet-file.ts'
import { printTable } from './table.ts'

/** The collections lie beside the repository, too large for it. */
const shared = fileURLToPath(new URL('../../../shared/data/organisations/', import.meta.url))

interface Table {
  headers: string[]
  rows: string[][]
}

async function read(file: string): Promise<Table> {
  const { sheets } = await readSheetFile(new Uint8Array(readFileSync(file)))
  const [headers = [], ...rows] = sheets[0]?.rows ?? []
  return { headers, rows }
}

const drafts = ({ headers, rows }: Table, keep: (field: ImportField | null) => boolean = () => true) => {
  const mapping = proposedMapping(headers, rows).map((field) => (keep(field) ? field : null))
  return rows.map((cells) => draftOf(cells, mapping)).filter(({ problems }) => isReady(problems))
}

/** Milliseconds gone by, or spent by this process where others use the machine. */
let now = () => performance.now()
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

type Step = { what: string; ms: number }

async function client() {
  const db = await memoryDatabase()
  const api = createApi({
    db,
    clock: () => new Date('2008-09-15T08:00:00Z'),
    newId: () => crypto.randomUUID(),
    sessions: localUser,
    host: 'test',
  })
  async function call<T>(endpoint: Endpoint, id: string, body?: unknown, version?: number): Promise<T> {
    const response = await api.fetch(
      new Request(`http://bench/api${endpoint.path.replace('{id}', id)}`, {
        method: endpoint.method,
        headers: {
          'content-type': 'application/json',
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    if (!response.ok) throw new Error(await response.text())
    return (await response.json()) as T
  }
  return { db, call }
}
type Client = Awaited<ReturnType<typeof client>>

const chunk = 500

/** Imports a table as the screen does: read, mapped and checked, sent in chunks, applied in chunks. */
async function importWhole({ call }: Client, name: string, all: readonly ImportDraft[]) {
  const steps: Step[] = []
  let from = now()
  const lap = (what: string) => {
    steps.push({ what, ms: now() - from })
    from = now()
  }
  let record = await call<contract.ImportRecord>(contract.createImport, '', {
    name,
    source: 'csv',
    headers: [],
    mapping: [],
  })
  for (let at = 0; at < all.length; at += chunk)
    await call(contract.sendImportRows, record.id, {
      rows: all.slice(at, at + chunk).map((draft, n) => ({ position: at + n, line: at + n + 2, draft })),
    })
  lap('match')
  const read = () => call<contract.ImportRecord>(contract.readImport, record.id)
  record = await read()
  const left = () => record.decisions.create + record.decisions.update + record.decisions.skip
  for (let before = -1; left() > 0 && left() !== before; ) {
    before = left()
    record = await call<contract.ImportRecord>(
      contract.applyImport,
      record.id,
      { limit: chunk },
      record.version,
    )
  }
  lap('apply')
  return { record, steps, lap }
}

async function revertWhole({ call }: Client, imported: contract.ImportRecord) {
  let record = imported
  while (record.parts > 0)
    record = await call<contract.ImportRecord>(contract.revertImport, record.id, undefined, record.version)
}

const seconds = (ms: number) => (ms / 1000).toFixed(1)

async function measure(name: string, load: () => Promise<Table>): Promise<string[]> {
  const api = await client()
  const from = now()
  const ready = drafts(await load()).map(({ draft }) => draft)
  const checked = now() - from
  const { record, steps, lap } = await importWhole(api, name, ready)
  const whole = checked + steps.reduce((sum, { ms }) => sum + ms, 0)
  const again = await importWhole(api, name, ready)
  const changes = again.record.outcomes.created + again.record.outcomes.updated
  lap('again')
  await revertWhole(api, record)
  lap('revert')
  const took = Object.fromEntries(steps.map(({ what, ms }) => [what, seconds(ms)]))
  return [
    name,
    String(ready.length),
    seconds(checked),
    took.match ?? '',
    took.apply ?? '',
    seconds(whole),
    `${record.outcomes.created} / ${record.outcomes.updated} / ${record.decisions.undecided} / ${record.outcomes.refused}`,
    String(changes),
    took.revert ?? '',
  ]
}

/** 10,000 companies made up of the words that real ones are, a fiftieth of them twice, spelt in another way. */
async function madeUp(rows: number): Promise<Table> {
  const of = (list: readonly string[], n: number) => list[n % list.length] as string
  const words = (text: string) => text.split(' ')
  const first = words('Onco Cardio Neuro Bio Nano Gen Immu Viro Cell Derma Opto Pharma')
  const last = words('scan vita cure logic thera medica lytics gene nova pulse sense plex')
  const people = words(
    'Martin Delvaux Rossi Keller Bonnet Guichard Fabre Moreau Lambert Weiss Ferrari Dubois Blanc Girard',
  )
  const trades = words(
    'Diagnostics Instruments Laboratoires Santé Ingénierie Biomatériaux Imagerie Analyses Implants Vaccins Capteurs',
  )
  const towns = words('Lyon Grenoble Strasbourg Torino München Genève Saint-Étienne Clermont-Ferrand')
  return {
    headers: ['Raison sociale', 'Site web', 'Adresse', 'Code postal', 'Ville', 'Pays'],
    rows: Array.from({ length: rows }, (_, n) => {
      const twice = n % 50 === 49
      const at = twice ? n - 1 : n
      const name = `${of(first, at)}${of(last, Math.floor(at / 12))} ${of(people, Math.floor(at / 144))} ${of(trades, at * 7)}`
      return [
        twice ? `${name.toUpperCase()} S.A.S.` : `${name} SAS`,
        at % 3 === 0 ? `https://www.${name.toLowerCase().replace(' ', '-')}.fr` : '',
        `${(at % 200) + 1} rue de l’Industrie`,
        String(10000 + (at % 80000)),
        of(towns, at),
        'France',
      ]
    }),
  }
}

/** Precision and recall of matching one public list with another, by the codes that both bear and that are left out. */
async function benchMatching(): Promise<void> {
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
    const records = (matches as unknown as contract.ImportMatch[]).filter(({ id }) => id !== null)
    const isRight = (match: contract.ImportMatch) =>
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

/** Imports as the screen does them, on an empty workspace. */
export async function benchImports(cpu: boolean): Promise<void> {
  if (cpu) now = spent
  const rows: string[][] = [await measure('10,000 companies, CSV', () => madeUp(10_000))]
  if (existsSync(shared)) {
    rows.push(await measure('H2020 participants, CSV', () => read(`${shared}h2020-organisations-2017.csv`)))
    rows.push(await measure('IMI participants, CSV', () => read(`${shared}imi_participants.csv`)))
  } else console.log(`(no public lists in ${shared}: left out)`)
  printTable(
    cpu ? 'Imports, seconds of processor time' : 'Imports, seconds',
    [
      'table',
      'rows',
      'read and checked',
      'matched',
      'applied',
      'in all',
      'created / updated / waiting / refused',
      'changes when repeated',
      'reverted',
    ],
    rows,
  )
  if (existsSync(shared)) await benchMatching()
}
