/**
 * Sends many requests made from the API's OpenAPI document, valid ones and broken ones, to the API over the sample workspace
 * in memory, and checks every answer against the document: `npm run fuzz`. Ends with 1 where one failed or didn't fit.
 *   npm run fuzz                        20,000 requests
 *   npm run fuzz -- 1000                as many as that
 *   FUZZ_SEED=4022010 npm run fuzz      others; the seed that a fault names sends the same ones again
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { makeWorkspace, workspaceFolder } from '../../scripts/workspace/workspace.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { idsIn } from '../support/fuzz-ids.ts'
import { fuzz, measure, noFindings } from '../support/fuzz-run.ts'

const requests = Number(process.argv[2] ?? 20_000)
const seed = Number(process.env.FUZZ_SEED ?? 4_022_008)
/** Then a new workspace: what was asked for would be gone by and by. */
const perRound = 2000

await makeWorkspace()
const sample = new Blob([gunzipSync(readFileSync(join(workspaceFolder, 'database.bin')))])
const against = measure()
const findings = noFindings()
const began = performance.now()
for (let round = 0; round * perRound < requests; round++) {
  const db = await memoryDatabase(sample)
  const before = findings.faults.size
  const asked = Math.min(perRound, requests - round * perRound)
  await fuzz(against, { db, ids: await idsIn(db), seed: seed + round, requests: asked }, findings)
  await db.destroy()
  for (const [what, { request }] of [...findings.faults].slice(before))
    console.error(`\n${what}\nseed ${seed + round}: ${request}`)
}
const seconds = (performance.now() - began) / 1000
const statuses = [...findings.statuses]
  .sort(([a], [b]) => a - b)
  .map(([status, times]) => `${status} ${times}`)
console.log(`
${requests} requests with seed ${seed} in ${seconds.toFixed(0)} s
answers: ${statuses.join(', ')}
operations carried out at least once: ${findings.carriedOut.size}
faults: ${findings.faults.size}`)
for (const [what, { times }] of findings.faults) console.log(`${times} × ${what.split('\n')[0]}`)
process.exitCode = findings.faults.size > 0 ? 1 : 0
