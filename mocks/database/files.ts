import { Blocks, blockSize } from './blocks.ts'
import { Journal, JournalDamaged, type JournalEntry } from './journal.ts'
import { openSyncFile, type SyncFile } from './sync-file.ts'

export interface File {
  readonly kind: 'file'
  readonly id: number
  mode: number
  size: number
  blocks: number[]
  /** How many times it is open; an unlinked file lives until the last is closed. */
  opened: number
  linked: boolean
  /** Belongs to the write-ahead log, which may use the reserve. */
  urgent: boolean
}

export interface Directory {
  readonly kind: 'directory'
  mode: number
  readonly names: Set<string>
}

/** A file system error by its errno, as Emscripten expects it. */
export class FileError extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}
export const errno = { badHandle: 8, exists: 20, isDirectory: 31, missing: 44, notDirectory: 54, notEmpty: 55 } as const

/** A file is given more than it asks for as it grows, so that it lies together and the journal stays short. */
const ahead = (blocks: number) => Math.min(64, blocks >> 3)
const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const zeros = new Uint8Array(blockSize * 16)

/**
 * A small file system in one file of blocks and a journal. Each change is on disk, in order, when the call returns, so a
 * killed process leaves a state that really existed; `flush` makes it outlast a power failure too.
 */
export class Files {
  readonly #journal: Journal
  readonly #blocks: Blocks
  readonly #nodes = new Map<string, File | Directory>([['', { kind: 'directory', mode: 0o40700, names: new Set() }]])
  #nextId = 1
  #dirty = false
  #failure: Error | null = null
  /** Told once, when something could not be put on record; see `failure`. */
  onFailure: (cause: Error) => void = () => {}

  private constructor(data: SyncFile, journal: Journal, entries: JournalEntry[]) {
    this.#journal = journal
    const files = new Map<number, File>()
    for (const entry of entries) this.#replay(entry, files)
    this.#blocks = new Blocks(data, usedBlocks(this.#nodes.values()))
  }

  /** Opens what the directory holds. `empty` where nothing was ever completed there. Throws `JournalDamaged`. */
  static async open(directory: FileSystemDirectoryHandle): Promise<{ files: Files; empty: boolean }> {
    const opened = await Promise.all(['data', 'journal-a', 'journal-b'].map((name) => openSyncFile(directory, name)))
    try {
      const [data, a, b] = opened as [SyncFile, SyncFile, SyncFile]
      const { journal, entries } = Journal.open(a, b)
      const files = new Files(data, journal, entries ?? [])
      if (entries && data.getSize() < files.#blocks.length) throw new JournalDamaged('The data file is too short')
      return { files, empty: entries === null }
    } catch (error) {
      for (const file of opened) file.close()
      throw error
    }
  }

  /**
   * Why nothing more is taken, or null. What could not be put on record in the journal or the write-ahead log must not
   * be built upon: the files are to be opened anew, as they were before.
   */
  get failure(): Error | null {
    return this.#failure
  }

  /** Makes all that stands durable as a new beginning. Nothing is kept of an empty file system before the first call. */
  snapshot(): void {
    this.#blocks.file.flush()
    this.#journal.snapshot(snapshotOf(this.#nodes))
    this.#blocks.reuse()
  }

  /** After this, what was written outlasts a power failure. */
  flush(): void {
    if (!this.#dirty) return
    this.#dirty = false
    if (this.#journal.long) return this.snapshot()
    this.#blocks.file.flush()
    this.#journal.flush()
    this.#blocks.reuse()
  }

  close(): void {
    this.#blocks.file.close()
    this.#journal.close()
  }

  find(path: string): File | Directory | undefined {
    return this.#nodes.get(path)
  }

  get(path: string): File | Directory {
    const node = this.#nodes.get(path)
    if (!node) throw new FileError(errno.missing, `No such file: ${path}`)
    return node
  }

  makeDirectory(path: string, mode: number): void {
    if (this.#nodes.has(path)) throw new FileError(errno.exists, `Exists: ${path}`)
    this.#link(path, { kind: 'directory', mode, names: new Set() })
    this.#log(['mkdir', path, mode])
  }

  create(path: string, mode: number): File {
    const id = this.#nextId++
    const file: File = { kind: 'file', id, mode, size: 0, blocks: [], opened: 0, linked: true, urgent: isLog(path) }
    this.#link(path, file)
    this.#log(['create', path, mode, id])
    return file
  }

  rename(from: string, to: string): void {
    const node = this.get(from)
    if (from === to) return
    const target = this.#nodes.get(to)
    if (target?.kind === 'directory' && target.names.size > 0) throw new FileError(errno.notEmpty, `Not empty: ${to}`)
    this.#log(['rename', from, to])
    if (target) this.#unlink(to, target)
    this.#move(from, to, node)
  }

  remove(path: string): void {
    const node = this.get(path)
    if (node.kind === 'directory' && node.names.size > 0) throw new FileError(errno.notEmpty, `Not empty: ${path}`)
    this.#log(['remove', path])
    this.#unlink(path, node)
  }

  /** To be called when an unlinked file is closed for the last time. */
  release(file: File): void {
    if (!file.linked && file.opened === 0) this.#blocks.give(file.blocks.splice(0))
  }

  chmod(path: string, mode: number): void {
    const node = this.get(path)
    if (node.mode === mode) return
    node.mode = mode
    this.#log(['mode', path, mode])
  }

  read(file: File, into: Uint8Array, position: number): number {
    const length = Math.max(0, Math.min(into.length, file.size - position))
    return length === 0 ? 0 : this.#blocks.read(file.blocks, into.subarray(0, length), position)
  }

  write(file: File, bytes: Uint8Array, position: number): number {
    if (bytes.length === 0) return 0
    return this.#guarded(file, () => this.#write(file, bytes, position))
  }

  /** What is added reads as zeros. */
  resize(file: File, size: number): void {
    if (size !== file.size) this.#guarded(file, () => this.#resize(file, size))
  }

  #guarded<T>(file: File, change: () => T): T {
    if (this.#failure) throw this.#failure
    try {
      return change()
    } catch (error) {
      throw file.urgent ? this.#fail(error as Error) : error
    }
  }

  #write(file: File, bytes: Uint8Array, position: number): number {
    if (position > file.size) this.#resize(file, position)
    const end = position + bytes.length
    const taken = this.#reach(file, end)
    this.#blocks.write(file.blocks, bytes, position)
    this.#dirty = true
    if (end > file.size || taken.length > 0) {
      file.size = Math.max(file.size, end)
      this.#log(['size', file.id, file.size, ...extents(taken)])
    }
    return bytes.length
  }

  #resize(file: File, size: number): void {
    const taken = size > file.size ? this.#reach(file, size) : []
    for (let at = file.size; at < size; at += zeros.length) {
      this.#blocks.write(file.blocks, zeros.subarray(0, Math.min(zeros.length, size - at)), at)
    }
    const shrunk = size < file.size
    file.size = size
    this.#log(shrunk ? ['cut', file.id, size] : ['size', file.id, size, ...extents(taken)])
    if (shrunk) this.#blocks.give(file.blocks.splice(Math.ceil(size / blockSize)))
  }

  #reach(file: File, size: number): number[] {
    const missing = Math.ceil(size / blockSize) - file.blocks.length
    if (missing <= 0) return []
    const taken = this.#blocks.take(missing + ahead(file.blocks.length), file.urgent)
    file.blocks.push(...taken)
    return taken
  }

  #link(path: string, node: File | Directory): void {
    const parent = this.get(parentOf(path))
    if (parent.kind !== 'directory') throw new FileError(errno.notDirectory, `Not a directory: ${parentOf(path)}`)
    parent.names.add(nameOf(path))
    this.#nodes.set(path, node)
  }

  #unlink(path: string, node: File | Directory): void {
    this.#nodes.delete(path)
    const parent = this.#nodes.get(parentOf(path))
    if (parent?.kind === 'directory') parent.names.delete(nameOf(path))
    if (node.kind === 'directory') return
    node.linked = false
    this.#blocks?.give(node.opened === 0 ? node.blocks.splice(0) : [])
  }

  #move(from: string, to: string, node: File | Directory): void {
    const parent = this.#nodes.get(parentOf(from))
    if (parent?.kind === 'directory') parent.names.delete(nameOf(from))
    this.#nodes.delete(from)
    this.#link(to, node)
    if (node.kind === 'file') node.urgent = isLog(to)
    else {
      for (const [path, child] of [...this.#nodes]) {
        if (!path.startsWith(`${from}/`)) continue
        this.#nodes.delete(path)
        this.#nodes.set(to + path.slice(from.length), child)
      }
    }
  }

  #log(entry: JournalEntry): void {
    this.#dirty = true
    if (this.#failure) throw this.#failure
    try {
      this.#journal.append(entry)
    } catch (error) {
      throw this.#fail(error as Error)
    }
  }

  #fail(cause: Error): Error {
    if (!this.#failure) {
      this.#failure = cause
      this.onFailure(cause)
    }
    return cause
  }

  /** Does again, in memory only, what the journal says was done. */
  #replay(entry: JournalEntry, files: Map<number, File>): void {
    const [verb, first, second, third, ...rest] = entry as [string, string & number, string & number, number, ...number[]]
    const file = files.get(first)
    if (verb === 'mkdir') this.#link(first, { kind: 'directory', mode: second, names: new Set() })
    else if (verb === 'create') {
      const made: File = { kind: 'file', id: third, mode: second, size: 0, blocks: [], opened: 0, linked: true, urgent: isLog(first) }
      files.set(third, made)
      this.#nextId = Math.max(this.#nextId, third + 1)
      this.#link(first, made)
    } else if (verb === 'rename') {
      const target = this.#nodes.get(second)
      if (target) this.#unlink(second, target)
      this.#move(first, second, this.get(first))
    } else if (verb === 'remove') this.#unlink(first, this.get(first))
    else if (verb === 'mode') this.get(first).mode = second
    else if (verb === 'size' && file) {
      file.size = second
      file.blocks.push(...blocksOf(third === undefined ? [] : [third, ...rest]))
    } else if (verb === 'cut' && file) {
      file.size = second
      file.blocks.length = Math.min(file.blocks.length, Math.ceil(second / blockSize))
    }
  }
}

const isLog = (path: string) => path.startsWith('/pg_wal/')

function* usedBlocks(nodes: Iterable<File | Directory>) {
  for (const node of nodes) if (node.kind === 'file') yield* node.blocks
}

function* snapshotOf(nodes: Map<string, File | Directory>): Generator<JournalEntry> {
  const sorted = [...nodes].filter(([path]) => path).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [path, node] of sorted) {
    if (node.kind === 'directory') yield ['mkdir', path, node.mode]
    else {
      yield ['create', path, node.mode, node.id]
      if (node.blocks.length > 0) yield ['size', node.id, node.size, ...extents(node.blocks)]
    }
  }
}

/** Block numbers as first, count, first, count, … */
function extents(blocks: readonly number[]): number[] {
  const found: number[] = []
  for (const block of blocks) {
    const last = found.length - 2
    if (last >= 0 && found[last]! + found[last + 1]! === block) found[last + 1]! += 1
    else found.push(block, 1)
  }
  return found
}

function blocksOf(extents: readonly number[]): number[] {
  const blocks: number[] = []
  for (let i = 0; i + 1 < extents.length; i += 2) {
    for (let n = 0; n < extents[i + 1]!; n++) blocks.push(extents[i]! + n)
  }
  return blocks
}
