import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  downloadDocument,
  maxDocumentBytes,
  readDossier,
  removeDocument,
  uploadDocument,
} from '../../src/contract/dossier.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
let record: { noun: 'agreements'; recordId: string }
beforeAll(async () => {
  api = await startApi()
  record = { noun: 'agreements', recordId: (await makers(api).agreement()).id }
})
afterAll(() => api.stop())

const upload = (bytes: Uint8Array<ArrayBuffer>, filename = 'press.pdf', type = 'application/pdf') =>
  api.call(uploadDocument, {
    query: { ...record, filename, kind: 'press' },
    body: new Blob([bytes], { type }),
  })
const download = (id: string) => api.call(downloadDocument, { params: { id } })
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a document', () => {
  it('comes back byte for byte, as an attachment that runs nowhere', async () => {
    const bytes = new Uint8Array(randomBytes(50_000))
    const document = await upload(bytes, 'Communiqué “Kansai” 関西.pdf')
    expect(document).toMatchObject({
      ...record,
      version: 1,
      filename: 'Communiqué “Kansai” 関西.pdf',
      mediaType: 'application/pdf',
      size: 50_000,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      kind: 'press',
    })
    expect(await download(document.id)).toEqual({
      bytes,
      mediaType: 'application/pdf',
      filename: 'Communiqué “Kansai” 関西.pdf',
    })
    const { headers } = await api.send(downloadDocument, { params: { id: document.id } })
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="Communiqu_ _Kansai_ __\.pdf"; filename\*=/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
  })

  it('may be of any type, or of none', async () => {
    expect((await upload(bytesOf('<script>alert(1)</script>'), 'x.html', 'text/html')).mediaType).toBe(
      'text/html',
    )
    const bare = await upload(bytesOf('x'), 'x', '')
    expect(bare.mediaType).toBe('application/octet-stream')
    expect((await upload(bytesOf('x'), 'x.txt', 'Text/Plain; charset=utf-8')).mediaType).toBe('text/plain')
  })

  it('keeps the same bytes once, for as long as one document or its history needs them', async () => {
    const bytes = bytesOf('the same')
    const first = await upload(bytes, 'one.txt')
    const second = await upload(bytes, 'two.txt')
    const kept = () =>
      api.db.selectFrom('document_contents').select('sha256').where('sha256', '=', first.sha256).execute()
    expect(await kept()).toHaveLength(1)
    await api.call(removeDocument, { params: { id: first.id } }, { version: 1 })
    await api.call(removeDocument, { params: { id: second.id } }, { version: 1 })
    const { items } = await api.call(listHistory, { query: { ...record, limit: 1 } })
    await api.call(undoChange, { params: { id: items[0]!.id } })
    expect((await download(second.id)).bytes).toEqual(bytes)
    expect((await refusal(download(first.id))).status).toBe(404)
  })

  it('has a name that is no path', async () => {
    expect((await upload(bytesOf('x'), '../../etc\\passwd')).filename).toBe('.._.._etc_passwd')
  })

  it('stands in the dossier without its bytes', async () => {
    const { documents } = await api.call(readDossier, { query: record })
    expect(documents.length).toBeGreaterThan(0)
    expect(documents[0]).not.toHaveProperty('bytes')
  })
})

describe('a document is refused', () => {
  const send = (query: Record<string, unknown>, body: Uint8Array<ArrayBuffer> | Blob) =>
    api.send(uploadDocument, { query: { ...record, filename: 'x', ...query }, body })

  it('where it is empty, without a name, for no record, or of no kind', async () => {
    const one = bytesOf('x')
    const problems = await Promise.all([
      problemOf(await send({}, new Uint8Array())),
      problemOf(await send({ filename: ' ' }, one)),
      problemOf(await send({ filename: 'a\u0007b' }, one)),
      problemOf(await send({ recordId: randomUUID() }, one)),
      problemOf(await send({ kind: 'secret' }, one)),
    ])
    expect(problems.map(({ status, errors }) => [status, errors?.[0]?.path])).toEqual([
      [422, 'body'],
      [422, 'filename'],
      [422, 'filename'],
      [422, 'recordId'],
      [422, 'kind'],
    ])
  })

  it('beyond 20 MB; at 20 MB it is taken', async () => {
    const largest = await upload(new Uint8Array(maxDocumentBytes), 'large.bin')
    expect(largest.size).toBe(maxDocumentBytes)
    const beyond = await send({}, new Uint8Array(maxDocumentBytes + 1))
    expect(await problemOf(beyond)).toMatchObject({ status: 413, code: 'too_large' })
  })

  it('whatever its declared length says', async () => {
    const headers = { 'content-length': '3', 'content-type': 'text/plain' }
    const url = `http://corridor.test/api/documents?noun=agreements&recordId=${record.recordId}&filename=x`
    const body = new Uint8Array(maxDocumentBytes + 1)
    const response = await api.fetch(new Request(url, { method: 'POST', headers, body }))
    expect(response.status).toBe(413)
  })

  it('with a type that is none', async () => {
    const response = await send({}, new Blob(['x'], { type: 'not a type' }))
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'malformed_request' })
  })

  it('to viewers, and to nobody', async () => {
    const input = { query: { ...record, filename: 'x' }, body: bytesOf('x') }
    expect((await refusal(api.call(uploadDocument, input, { actor: viewer }))).status).toBe(403)
    expect((await refusal(api.call(uploadDocument, input, { actor: null }))).status).toBe(401)
  })
})
