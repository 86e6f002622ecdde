import { randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { seal } from '../audit/seal.ts'
import { verify } from '../audit/verify.ts'
import { writeBackup } from '../backup/write.ts'
import type { Db } from '../db/database.ts'

/** Where a host that holds a data folder can be asked by the commands of the same machine, and what proves that they may. */
interface Held {
  pid: number
  url: string
  token: string
}

const fileIn = (data: string) => join(data, 'control.json')

/**
 * What the commands on this machine ask a host whose database nobody else can open: a backup, and whether the audit holds. Who can
 * read the data folder may; the file that says so is its owner's alone.
 */
export function control(db: Db, clock: () => Date): { app: Hono; open: (data: string, url: string) => void } {
  const token = randomBytes(32).toString('hex')
  const app = new Hono()
  app.use(async (c, next) => {
    const given = Buffer.from(c.req.header('authorization') ?? '')
    const wanted = Buffer.from(`Bearer ${token}`)
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return c.text('Not found', 404)
    return next()
  })
  app.get('/audit', async (c) => {
    await seal(db, clock)
    return c.json(await verify(db, c.req.query('anchor')))
  })
  app.get('/backup', () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    writeBackup(db, clock(), async (part) => {
      await writer.ready
      await writer.write(part)
    })
      .then(() => writer.close())
      // The stream is cut, so that nobody takes it for whole.
      .catch((error) => writer.abort(error).catch(() => {}))
    return new Response(readable, { headers: { 'content-type': 'application/octet-stream' } })
  })
  return {
    app,
    open: (data, url) => {
      const held: Held = { pid: process.pid, url, token }
      mkdirSync(data, { recursive: true })
      writeFileSync(fileIn(data), JSON.stringify(held), { mode: 0o600 })
      process.on('exit', () => rmSync(fileIn(data), { force: true }))
    },
  }
}

/** Asks the host that holds a data folder; null where none does. */
export async function askHolder(data: string, path: string): Promise<Response | null> {
  if (!existsSync(fileIn(data))) return null
  const { url, token } = JSON.parse(readFileSync(fileIn(data), 'utf8')) as Held
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/control${path}`, { headers }).catch(() => null)
  if (!response || response.status === 404) return null
  if (!response.ok) throw new Error(`The server that holds ${data} answered ${response.status}`)
  return response
}
