import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setTransport } from '../../src/data/client.ts'
import { ConnectionLost } from '../../src/data/failures.ts'
import { nextPart, sendImport } from '../../src/data/imports.ts'
import { draftOf } from '../../src/domain/import/read-row.ts'

const id = '00000000-0000-4000-8000-000000000001'
const record = {
  id,
  version: 1,
  name: 'companies.csv',
  source: 'csv',
  headers: ['Name'],
  mapping: ['name'],
  onUpdate: 'fill',
  state: 'open',
  rows: 0,
  verdicts: { same: 0, perhaps: 0, new: 0 },
  decisions: { create: 0, update: 0, skip: 0, undecided: 0 },
  outcomes: { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 },
  people: { created: 0, updated: 0 },
  parts: 0,
  createdAt: '2026-11-22T00:00:00.000Z',
  updatedAt: '2026-11-22T00:00:00.000Z',
}
const head = {
  name: 'companies.csv',
  source: 'csv' as const,
  headers: ['Name'],
  mapping: ['name' as const],
  onUpdate: 'fill' as const,
}
const rows = Array.from({ length: 260 }, (_, position) => ({
  position,
  line: position + 2,
  draft: draftOf([`Firm ${position}`], ['name']).draft,
})) as Parameters<typeof sendImport>[1]

/** The rows that arrived, and what was asked. */
let taken: number[] = []
let asked: string[] = []

/** A host that bears so many rows at once, and is lost with more. */
function hostThatBears(most: number, taking: () => Promise<void> = async () => {}): void {
  setTransport(async (request) => {
    asked.push(request.method)
    if (request.method === 'DELETE') return new Response(null, { status: 204 })
    if (request.method !== 'PUT')
      return Response.json(record, { status: request.method === 'POST' ? 201 : 200 })
    const sent = ((await request.json()) as { rows: { position: number }[] }).rows
    await taking()
    if (sent.length > most) throw new TypeError('The workspace does not answer')
    taken.push(...sent.map(({ position }) => position))
    return Response.json({ verdicts: { same: 0, perhaps: 0, new: sent.length } })
  })
}

beforeEach(() => {
  taken = []
  asked = []
})

describe('sending the rows of an import', () => {
  it('sends more at a time while it goes quickly, and fewer where it takes long', () => {
    expect(nextPart(100, 200)).toBe(200)
    expect(nextPart(400, 200)).toBe(500)
    expect(nextPart(500, 30_000)).toBe(50)
    expect(nextPart(100, 60_000)).toBe(20)
  })

  it('goes on with fewer rows at a time where the host was lost with many, each row arriving once', async () => {
    hostThatBears(60)
    const shares: number[] = []
    const done = await sendImport(head, rows, {
      signal: new AbortController().signal,
      onProgress: (share) => shares.push(share),
    }).catch((error: Error) => error)
    expect(done).toMatchObject({ id })
    expect(taken).toEqual(rows.map(({ position }) => position))
    expect(shares.at(-1)).toBe(1)
    expect(asked).not.toContain('DELETE')
  })

  it('fails, and is forgotten, where even few are lost', async () => {
    hostThatBears(0)
    await expect(
      sendImport(head, rows, { signal: new AbortController().signal, onProgress: () => {} }),
    ).rejects.toBeInstanceOf(ConnectionLost)
    await vi.waitFor(() => expect(asked.at(-1)).toBe('DELETE'))
  })

  it('stops at once while an answer does not come, and is forgotten', async () => {
    hostThatBears(500, () => new Promise(() => {}))
    const way = new AbortController()
    const sending = sendImport(head, rows, { signal: way.signal, onProgress: () => {} })
    await vi.waitFor(() => expect(asked).toContain('PUT'))
    way.abort()
    await expect(sending).rejects.toBe(way.signal.reason)
    await vi.waitFor(() => expect(asked.at(-1)).toBe('DELETE'))
  })
})
