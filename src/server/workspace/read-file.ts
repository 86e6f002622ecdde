import { sha256 } from '../sha256.ts'
import {
  documentFileName,
  fileInvalid,
  fileTables,
  fileVersion,
  formerTables,
  type HostManifest,
  hostFile,
  hostFileName,
  hostManifest,
  hostManifestName,
  limits,
  type Manifest,
  manifest,
  manifestName,
  tableFile,
} from './file-format.ts'
import { readZip, type ZipEntry, ZipInvalid } from './zip-reader.ts'

/** A row of a table with the line it stands on. */
export interface Line {
  number: number
  row: Record<string, unknown>
}

/** A workspace file, opened: its parts are unpacked one at a time, as they are asked for. Every flaw is a 422. */
export interface WorkspaceFile {
  manifest: Manifest
  /** The rows of a table, in order; none where the file does not have it. */
  lines(table: string): Generator<Line>
  /** Each document's bytes, checked against its name. */
  documents(): AsyncGenerator<{ sha256: string; bytes: Uint8Array<ArrayBuffer> }>
  /** What a backup holds besides; null where the file is no backup. */
  host: HostPart | null
}

export interface HostPart {
  manifest: HostManifest
  lines(table: string): Generator<Line>
}

export function openWorkspaceFile(bytes: Uint8Array<ArrayBuffer>): WorkspaceFile {
  const entries = entriesOf(bytes)
  const entry = entries.get(manifestName)
  if (!entry) throw fileInvalid(manifestName, 'missing')
  const found = manifestIn(entry)
  for (const { name } of [...fileTables, ...formerTables])
    if (Object.hasOwn(found.tables, name) !== entries.has(tableFile(name)))
      throw fileInvalid(tableFile(name), 'stands in the manifest or in the file, not in both')
  const documents = [...entries.values()].filter(({ name }) => documentFileName.test(name))
  if (documents.length !== found.documents)
    throw fileInvalid(manifestName, `says ${found.documents} documents, there are ${documents.length}`)
  return {
    manifest: found,
    lines: (table) => linesOf(entries, tableFile(table), found.tables[table]),
    host: hostIn(entries),
    documents: async function* () {
      for (const document of documents) {
        const content = unpacked(document)
        const digest = await sha256(content)
        if (`documents/${digest}` !== document.name) throw fileInvalid(document.name, 'damaged')
        yield { sha256: digest, bytes: content }
      }
    },
  }
}

/** The rows of an entry, which must be as many as the manifest says. */
function* linesOf(
  entries: ReadonlyMap<string, ZipEntry>,
  name: string,
  expected: number | undefined,
): Generator<Line> {
  if (expected === undefined) return
  const held = entries.get(name)
  let number = 0
  if (held) for (const line of linesIn(held)) yield { number: ++number, row: line }
  if (number !== expected) throw fileInvalid(name, `the manifest says ${expected} rows, there are ${number}`)
}

function hostIn(entries: ReadonlyMap<string, ZipEntry>): HostPart | null {
  const entry = entries.get(hostManifestName)
  if (!entry) return null
  const parsed = hostManifest.safeParse(
    json(unpacked(entry), () => fileInvalid(hostManifestName, 'not JSON')),
  )
  if (!parsed.success) throw fileInvalid(hostManifestName, 'not what it should be')
  const { tables } = parsed.data
  for (const name of Object.keys(tables))
    if (!entries.has(hostFile(name))) throw fileInvalid(hostFile(name), 'missing')
  return { manifest: parsed.data, lines: (table) => linesOf(entries, hostFile(table), tables[table]) }
}

/** The entries by name: only such as belong into a workspace file, each once and none too large. */
function entriesOf(bytes: Uint8Array<ArrayBuffer>): Map<string, ZipEntry> {
  const tables = new Set([...fileTables, ...formerTables].map(({ name }) => tableFile(name)))
  const entries = new Map<string, ZipEntry>()
  let whole = 0
  for (const entry of orInvalid('file', () => readZip(bytes))) {
    const { name, size } = entry
    const limit = limitOf(name, tables)
    if (limit === undefined) throw fileInvalid(name.slice(0, 200), 'does not belong into a workspace file')
    if (entries.has(name)) throw fileInvalid(name, 'stands there twice')
    whole += size
    if (size > limit || whole > limits.whole) throw fileInvalid(name, 'too large')
    entries.set(name, entry)
  }
  return entries
}

function limitOf(name: string, tables: ReadonlySet<string>): number | undefined {
  if (name === manifestName || name === hostManifestName) return limits.manifest
  if (tables.has(name) || hostFileName.test(name)) return limits.table
  return documentFileName.test(name) ? limits.document : undefined
}

function manifestIn(entry: ZipEntry): Manifest {
  const value = json(unpacked(entry), () => fileInvalid(manifestName, 'not JSON'))
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined
  if (typeof version === 'number' && version > fileVersion)
    throw fileInvalid(manifestName, `made by a later version (format ${version})`)
  const parsed = manifest.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw fileInvalid(manifestName, `${issue?.path.join('.')}: ${issue?.message}`)
}

const newline = 0x0a

function* linesIn(entry: ZipEntry): Generator<Record<string, unknown>> {
  const bytes = unpacked(entry)
  let number = 0
  for (let from = 0; from < bytes.length; ) {
    number++
    const found = bytes.indexOf(newline, from)
    const to = found < 0 ? bytes.length : found
    if (to - from > limits.line) throw fileInvalid(entry.name, 'too long', number)
    const value = json(bytes.subarray(from, to), () => fileInvalid(entry.name, 'not JSON', number))
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw fileInvalid(entry.name, 'not an object', number)
    yield value as Record<string, unknown>
    from = to + 1
  }
}

function json(bytes: Uint8Array, flaw: () => Error): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw flaw()
  }
}

const unpacked = (entry: ZipEntry) => orInvalid(entry.name, () => entry.read())

function orInvalid<T>(where: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof ZipInvalid ? fileInvalid(where, error.message) : error
  }
}
