/**
 * Writes src/server/rates/ecb-rates.txt from the ECB's history of reference rates:
 * `node scripts/run.mjs scripts/rate-table.ts eurofxref-hist.csv`. See docs/rates.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { checkRateDays, readRateFile } from '../src/domain/rate-import.ts'
import { packRates } from '../src/domain/rate-table.ts'

const [source] = process.argv.slice(2)
if (!source) throw new Error('Name the ECB’s file: eurofxref-hist.csv')
const { days, findings, currencies } = readRateFile(readFileSync(source, 'utf8'))
const nothing = { days: [], currencies: [], quoteAt: () => null }
const today = new Date().toISOString().slice(0, 10)
const checked = checkRateDays({ days, currencies }, { table: nothing, today, jump: 10 })
const all = [...findings, ...checked.findings].filter(({ severity }) => severity !== 'note')
for (const { kind, severity, on, currency, line, params } of all)
  console.warn(severity, kind, on ?? '', currency ?? '', line ?? '', JSON.stringify(params))
if (all.some(({ severity }) => severity === 'refused')) process.exit(1)
const text = packRates(days)
writeFileSync(new URL('../src/server/rates/ecb-rates.txt', import.meta.url), text)
console.info(`${days.length} days, ${text.length} characters`)
