/** `npm run verify-audit`: whether the audit is as it was sealed, and the history with it. See docs/operations.md. */
import { readFile } from 'node:fs/promises'
import type { AuditVerdict } from '../src/contract/audit.ts'
import { verifyFile } from '../src/server/audit/file.ts'
import { verify } from '../src/server/audit/verify.ts'
import { wordsOf } from '../src/server/audit/words.ts'
import { Misused, openPlace, option, place, run } from '../src/server/node/commands.ts'
import { askHolder } from '../src/server/node/control.ts'

const usage = 'usage: npm run verify-audit [-- --file AUDIT.json] [--anchor HASH]'

async function verdict(anchor: string | undefined): Promise<AuditVerdict> {
  const file = option('file')
  if (file) return verifyFile(await jsonIn(file), anchor)
  const held = place.databaseUrl
    ? null
    : await askHolder(place.data, `/audit${anchor ? `?anchor=${anchor}` : ''}`)
  if (held) return (await held.json()) as AuditVerdict
  const db = await openPlace()
  return verify(db, anchor).finally(() => db.destroy())
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Misused(`${file} can't be read: ${error.message}`)
  })
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

void run(usage, async () => {
  const anchor = option('anchor')
  if (anchor !== undefined && !/^[0-9a-f]{64}$/.test(anchor))
    throw new Misused('An anchor is 64 hexadecimal digits')
  const found = await verdict(anchor)
  for (const line of wordsOf(found, option('file') ? 'file' : 'database')) console.log(line)
  return found.ok ? 0 : 1
})
