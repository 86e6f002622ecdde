import { existsSync } from 'node:fs'
import { findPostgres } from '../../scripts/postgres-binaries.mjs'
import { hasty, newServer } from '../../scripts/postgres-server.ts'
import { proposedMapping } from '../../src/domain/import/mapping.ts'
import type { Db } from '../../src/server/db/database.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { openPostgres } from '../../src/server/db/postgres.ts'
import {
  client,
  countProcessorTime,
  drafts,
  importWhole,
  now,
  read,
  revertWhole,
  shared,
  type Table,
} from './import-run.ts'
import { printTable } from './table.ts'

const seconds = (ms: number) => (ms / 1000).toFixed(1)

async function measure(name: string, load: () => Promise<Table>, db: Db): Promise<string[]> {
  const api = await client(db)
  const from = now()
  const { headers, rows } = await load()
  const ready = drafts({ headers, rows }).map(({ draft }) => draft)
  const checked = now() - from
  const columns = { headers, mapping: proposedMapping(headers, rows) }
  const { record, steps, lap } = await importWhole(api, name, ready, columns)
  const whole = checked + steps.reduce((sum, { ms }) => sum + ms, 0)
  const again = await importWhole(api, name, ready, columns)
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

type Measured = readonly [name: string, load: () => Promise<Table>]

const publicLists: readonly Measured[] = [
  ['H2020 participants, CSV', () => read(`${shared}h2020-organisations-2017.csv`)],
  ['IMI participants, CSV', () => read(`${shared}imi_participants.csv`)],
]

/** Imports as the screen does them, each on an empty workspace: of PGlite in memory, and of PostgreSQL where that is installed. */
export async function benchImports(cpu: boolean): Promise<void> {
  if (cpu) countProcessorTime()
  const there = existsSync(shared)
  if (!there) console.log(`(no public lists in ${shared}: left out)`)
  const tables: Measured[] = [
    ['10,000 companies, CSV', async () => madeUp(10_000)],
    ...(there ? publicLists : []),
  ]
  const rows: string[][] = []
  for (const [name, load] of tables)
    rows.push(await measure(`${name} · PGlite`, load, await memoryDatabase()))
  // What a server spends is not this process's time.
  if (!cpu && findPostgres())
    for (const [name, load] of tables)
      await withPostgres(async (db) => rows.push(await measure(`${name} · PostgreSQL`, load, db)))
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
}

async function withPostgres(use: (db: Db) => Promise<unknown>): Promise<void> {
  const server = await newServer({ settings: hasty })
  try {
    await server.start()
    const db = openPostgres(server.url())
    await migrate(db)
    await use(db)
    await db.destroy()
  } finally {
    await server.remove()
  }
}
