/** `npm run backup -- --to FILE`: everything that a host keeps, in one file. See docs/operations.md. */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { writeBackup } from '../src/server/backup/write.ts'
import { writeFile } from '../src/server/node/backup-file.ts'
import { Misused, openPlace, option, passphrase, place, run } from '../src/server/node/commands.ts'
import { askHolder } from '../src/server/node/control.ts'

const usage = 'usage: npm run backup -- --to FILE.corridor [--passphrase-file FILE]'

/** From the server that holds the data folder, where one runs; else from the database itself. */
async function content(): Promise<ReadableStream<Uint8Array>> {
  const held = place.databaseUrl ? null : await askHolder(place.data, '/backup')
  if (held?.body) return held.body
  const db = await openPlace()
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  writeBackup(db, new Date(), async (part) => {
    await writer.ready
    await writer.write(part)
  })
    .then(() => db.destroy())
    .then(() => writer.close())
    .catch((error) => writer.abort(error).catch(() => {}))
  return readable
}

void run(usage, async () => {
  const to = option('to')
  if (!to) throw new Misused('Say where to: --to FILE')
  const secret = passphrase()
  const path = resolve(secret !== null && !to.endsWith('.age') ? `${to}.age` : to)
  await writeFile(path, await content(), secret)
  const { size } = await stat(path)
  console.log(
    `${path}: ${(size / 1_000_000).toFixed(1)} MB${secret === null ? ', not encrypted' : ', encrypted'}`,
  )
  return 0
})
