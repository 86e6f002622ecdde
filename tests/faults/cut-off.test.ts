import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type NodeHost, nodeHost } from '../e2e/support/node-host.ts'

const bytes = new Uint8Array(4 * 1024 * 1024).map((_, at) => at * 31)

let host: NodeHost
let recordId = ''
beforeAll(async () => {
  host = await nodeHost({ CORRIDOR_LOG: 'quiet' })
  recordId = (await host.ask<{ id: string }>('/people', { familyName: 'Moreau' })).id
})
afterAll(() => host.remove())

const address = (filename: string) => `/api/documents?noun=people&recordId=${recordId}&filename=${filename}`
const type = { 'content-type': 'application/pdf' }

/** Opens a connection of our own and sends the head of an upload, with the first bytes of the document. */
async function begin(filename: string, key: string, sent: number): Promise<Socket> {
  const { hostname, port } = new URL(host.origin)
  const socket = connect(Number(port), hostname)
  // What the other side makes of the cut is not heard here.
  socket.on('error', () => {})
  await once(socket, 'connect')
  const head = [
    `POST ${address(filename)} HTTP/1.1`,
    `host: localhost:${port}`,
    'content-type: application/pdf',
    `content-length: ${bytes.length}`,
    `idempotency-key: ${key}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  await new Promise((resolve) => socket.write(bytes.subarray(0, sent), resolve))
  return socket
}

const sendWhole = (filename: string, key: string) =>
  fetch(host.origin + address(filename), {
    method: 'POST',
    headers: { ...type, 'idempotency-key': key },
    body: bytes,
  })

interface Kept {
  id: string
  filename: string
}
const kept = async (): Promise<string[]> => {
  const { documents } = await host.ask<{ documents: Kept[] }>(`/dossier?noun=people&recordId=${recordId}`)
  return documents.map(({ filename }) => filename)
}
const entries = async () => (await host.ask<{ items: unknown[] }>('/history?limit=100')).items.length

async function cut(socket: Socket): Promise<void> {
  socket.destroy()
  await once(socket, 'close')
}

it('stores nothing of a document whose sender is cut off, and all of it once it is sent again', async () => {
  const key = randomUUID()
  const before = await entries()
  for (const sent of [0, 1000, bytes.length / 2, bytes.length - 1])
    await cut(await begin('half.pdf', key, sent))
  expect([await kept(), await entries()]).toEqual([[], before])

  const answer = await sendWhole('half.pdf', key)
  expect(answer.status).toBe(201)
  const { id } = (await answer.json()) as Kept
  const again = await sendWhole('half.pdf', key)
  expect([again.status, again.headers.get('idempotent-replay')]).toEqual([201, 'true'])
  expect([await kept(), await entries()]).toEqual([['half.pdf'], before + 1])

  const content = await fetch(`${host.origin}/api/documents/${id}/content`)
  const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
  expect(hash(new Uint8Array(await content.arrayBuffer()))).toBe(hash(bytes))
})

it('stores a document once whose sender did not hear the answer', async () => {
  const before = await entries()
  const key = randomUUID()
  // Before any of the answer, and after its first bytes.
  await cut(await begin('unheard.pdf', key, bytes.length))
  const socket = await begin('unheard.pdf', key, bytes.length)
  await once(socket, 'data')
  await cut(socket)
  const again = await sendWhole('unheard.pdf', key)
  expect([again.status, again.headers.get('idempotent-replay')]).toEqual([201, 'true'])
  expect(await entries()).toBe(before + 1)
  expect((await kept()).filter((name) => name === 'unheard.pdf')).toHaveLength(1)
})

it('goes on when a document is cut off on its way out', async () => {
  const { id } = (await (await sendWhole('out.pdf', randomUUID())).json()) as Kept
  for (let n = 0; n < 5; n++) {
    const { hostname, port } = new URL(host.origin)
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    socket.write(`GET /api/documents/${id}/content HTTP/1.1\r\nhost: localhost:${port}\r\n\r\n`)
    await once(socket, 'data')
    await cut(socket)
  }
  const content = await fetch(`${host.origin}/api/documents/${id}/content`)
  expect((await content.arrayBuffer()).byteLength).toBe(bytes.length)
  expect(host.isRunning()).toBe(true)
})
