import { sql } from 'kysely'
import type { importRates, RateFinding } from '../../contract/rates.ts'
import { checkRateDays, type RateDay, readRateFile } from '../../domain/rate-import.ts'
import { type Context, today } from '../context.ts'
import { invalidField } from '../failure.ts'
import type { Verb } from '../route.ts'
import { readZip, ZipInvalid } from '../workspace/zip-reader.ts'
import { knownRates } from './table.ts'

/** What the file may be when unpacked: four times what the ECB's is. */
const maxBytes = 8 * 1024 * 1024
const mostFindings = 200

/** Checks the ECB's file against itself and against what is known; takes its new days where nothing is refused. */
export const importRateFile: Verb<typeof importRates> = async (ctx, { query, body }) => {
  const { dryRun, accept, jump } = query
  const file = readRateFile(textIn(body))
  const table = await knownRates(ctx)
  const { added, known, findings } = checkRateDays(file, { table, today: today(ctx), jump })
  const all: RateFinding[] = [...file.findings, ...findings]
  const has = (severity: RateFinding['severity']) => all.some((finding) => finding.severity === severity)
  const taken = !dryRun && !has('refused') && (accept || !has('flagged')) && added.length > 0
  if (taken) await keep(ctx, added)
  return {
    taken,
    days: file.days.length,
    known,
    added: added.length,
    from: added[0]?.on ?? null,
    to: added.at(-1)?.on ?? null,
    counts: countsOf(all),
    findings: gravestFirst(all).slice(0, mostFindings),
  }
}

const order = { refused: 0, flagged: 1, note: 2 }
const gravestFirst = (findings: readonly RateFinding[]) =>
  [...findings].sort((a, b) => order[a.severity] - order[b.severity])

function countsOf(findings: readonly RateFinding[]) {
  const counts = new Map<string, { kind: RateFinding['kind']; severity: string; count: number }>()
  for (const { kind, severity } of findings) {
    const key = `${kind} ${severity}`
    const held = counts.get(key) ?? { kind, severity, count: 0 }
    held.count++
    counts.set(key, held)
  }
  return [...counts.values()]
}

/** The text of a file, or of the one CSV file in an archive. */
function textIn(bytes: Uint8Array<ArrayBuffer>): string {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  const content = zipped ? unzipped(bytes) : bytes
  if (content.length > maxBytes) throw notTheFile()
  return new TextDecoder().decode(content)
}

function unzipped(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  try {
    const file = readZip(bytes).find(({ name, size }) => /\.csv$/i.test(name) && size <= maxBytes)
    if (file) return file.read()
  } catch (error) {
    if (!(error instanceof ZipInvalid)) throw error
  }
  throw notTheFile()
}

const notTheFile = () =>
  invalidField('body', 'not_the_rates', 'Not the ECB’s file: eurofxref-hist.csv, or the archive with it')

async function keep(ctx: Context, days: readonly RateDay[]): Promise<void> {
  const rows = days.map(({ on, quotes }) => ({ id: ctx.newId(), on_day: on, quotes }))
  await sql`
    insert into rate_days (id, on_day, quotes)
    select id, on_day, quotes from jsonb_populate_recordset(null::rate_days, ${JSON.stringify(rows)}::jsonb)`.execute(
    ctx.db,
  )
}
