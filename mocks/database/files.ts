import { Blocks, blockSize } from './blocks.ts'
import { type Directory, extents, type File, type FileTree, replay } from './file-tree.ts'
import { Journal, JournalDamaged, type JournalEntry } from './journal.ts'
import { isPassing, Passing } from './passing.ts'
import { ReadAhead } from './read-ahead.ts'
import { NoSpace, openSyncFile, type SyncFile } from './sync-file.ts'
import type { TarEntry } from './tar.ts'

/** A file is given more than it asks for as it grows, so that it lies together and the journal stays short. */
const ahead = (blocks: number) => Math.min(64, blocks >> 3)
const kept = (node: File | Directory) => node.kind === 'directory' || !node.passing
const zeros = new Uint8Array(blockSize * 16)

/**
 * A small file system in one file of blocks and a journal. Changes reach the disk in order, so a killed process leaves a
 * state that really existed; `flush` makes all of them outlast it, and a power failure too. Everything but `open` is synchronous, as Postgres wants it. Throws `FileError` and `NoSpace`.
 */
export class Files {
  readonly #journal: Journal
  readonly #blocks: Blocks
  readonly #tree: FileTree
  #dirty = false
  #failure: Error | null = null
  /** Told once, when something could not be put on record; see `failure`. */
  onFailure: (cause: Error) => void = () => {}

  private constructor(data: SyncFile, journal: Journal, entries: JournalEntry[]) {
    this.#journal = journal
    this.#tree = replay(entries)
    this.#blocks = new Blocks(data, this.#tree.blocks())
  }

  /** Opens what the directory holds. `empty` where nothing was ever completed there. Throws `JournalDamaged`. */
  static async open(directory: FileSystemDirectoryHandle): Promise<{ files: Files; empty: boolean }> {
    const opening = ['data', 'journal-a', 'journal-b'].map((name) => openSyncFile(directory, name))
    const opened = await Promise.allSettled(opening)
    try {
      const [data, a, b] = (await Promise.all(opening)) as [SyncFile, SyncFile, SyncFile]
      const { journal, entries } = Journal.open(a, b)
      const files = new Files(new ReadAhead(data), journal, entries ?? [])
      if (data.getSize() < files.#blocks.length) throw new JournalDamaged('The data file is too short')
      return { files, empty: entries === null }
    } catch (error) {
      for (const file of opened) if (file.status === 'fulfilled') file.value.close()
      throw error
    }
  }

  /**
   * Why nothing more is taken, or null. What could not be put on record, in the journal or the database's own,
   * must not be built upon: the files are to be opened anew, as they were before.
   */
  get failure(): Error | null {
    return this.#failure
  }

  /**
   * Fills what is still empty, with one large write in place of thousands of small ones, and makes it durable.
   * Throws `NoSpace`.
   */
  fill(nodes: Iterable<TarEntry>): void {
    const made: { file: File; bytes: Uint8Array }[] = []
    for (const { path, kind, bytes } of nodes) {
      if (kind === 'directory') this.#tree.makeDirectory(path, 0o40700)
      else made.push({ file: this.#tree.create(path, 0o100600), bytes })
    }
    const needed = made.map(({ bytes }) => Math.ceil(bytes.length / blockSize))
    const blocks = this.#blocks.take(
      needed.reduce((total, count) => total + count, 0),
      false,
    )
    const image = new Uint8Array(blocks.length * blockSize)
    let at = 0
    for (const [index, { file, bytes }] of made.entries()) {
      image.set(bytes, at * blockSize)
      file.size = bytes.length
      file.blocks = blocks.slice(at, at + needed[index]!)
      at += needed[index]!
    }
    this.#blocks.write(blocks, image, 0)
    this.snapshot()
  }

  /**
   * Makes all that stands durable as a new beginning. Nothing is kept of an empty file system before the first
   * call.
   */
  snapshot(): void {
    this.#blocks.file.flush()
    this.#journal.snapshot(this.#tree.entries())
    this.#blocks.reuse()
  }

  /** After this, what was written outlasts a power failure. */
  flush(): void {
    if (!this.#dirty) return
    try {
      this.#blocks.file.flush()
      this.#journal.flush()
    } catch (error) {
      throw this.#fail(error as Error)
    }
    this.#dirty = false
    this.#blocks.reuse()
    if (this.#journal.long) this.#shorten()
  }

  /** Without room for a new journal the long one does. */
  #shorten(): void {
    try {
      this.snapshot()
    } catch (error) {
      if (!(error instanceof NoSpace)) throw this.#fail(error as Error)
    }
  }

  close(): void {
    this.#blocks.file.close()
    this.#journal.close()
  }

  find(path: string): File | Directory | undefined {
    return this.#tree.find(path)
  }

  get(path: string): File | Directory {
    return this.#tree.get(path)
  }

  makeDirectory(path: string, mode: number): void {
    this.#tree.makeDirectory(path, mode)
    this.#log(['mkdir', path, mode])
  }

  create(path: string, mode: number): File {
    const file = this.#tree.create(path, mode, undefined, isPassing(path) ? new Passing() : null)
    if (!file.passing) this.#log(['create', path, mode, file.id])
    return file
  }

  rename(from: string, to: string): void {
    if (from === to) return
    const isKept = kept(this.#tree.get(from))
    if (this.#tree.find(to)) {
      const replaced = this.#tree.remove(to)
      this.#free(replaced)
      if (!isKept && kept(replaced)) this.#log(['remove', to])
    }
    this.#tree.move(from, to)
    if (isKept) this.#log(['rename', from, to])
  }

  remove(path: string): void {
    const removed = this.#tree.remove(path)
    this.#free(removed)
    if (kept(removed)) this.#log(['remove', path])
  }

  chmod(path: string, mode: number): void {
    const node = this.#tree.get(path)
    if (node.mode === mode) return
    node.mode = mode
    if (kept(node)) this.#log(['mode', path, mode])
  }

  /** To be called when a file was closed. */
  closed(file: File): void {
    if (!file.linked) this.#free(file)
  }

  /** Gives the bytes read: fewer than asked for at the end of the file. */
  read(file: File, into: Uint8Array, position: number): number {
    const length = Math.max(0, Math.min(into.length, file.size - position))
    if (file.passing) file.passing.read(into.subarray(0, length), position)
    else if (length > 0) this.#blocks.read(file.blocks, into.subarray(0, length), position)
    return length
  }

  write(file: File, bytes: Uint8Array, position: number): number {
    if (bytes.length > 0) this.#guarded(file, () => this.#write(file, bytes, position))
    return bytes.length
  }

  /** What is added reads as zeros. */
  resize(file: File, size: number): void {
    if (size !== file.size) this.#guarded(file, () => this.#resize(file, size))
  }

  /** The database's own records that can't be written are as bad as the journal that can't. */
  #guarded(file: File, change: () => void): void {
    if (this.#failure) throw this.#failure
    try {
      change()
    } catch (error) {
      throw file.urgent ? this.#fail(error as Error) : error
    }
  }

  #write(file: File, bytes: Uint8Array, position: number): void {
    if (position > file.size) this.#resize(file, position)
    const end = position + bytes.length
    if (file.passing) {
      file.passing.write(bytes, position)
      file.size = Math.max(file.size, end)
      return
    }
    if (position < file.size) this.#settle()
    const taken = this.#reach(file, end)
    this.#dirty = true
    this.#orGiveBack(file, taken, () => this.#blocks.write(file.blocks, bytes, position))
    if (end > file.size || taken.length > 0) {
      file.size = Math.max(file.size, end)
      this.#log(['size', file.id, file.size, ...extents(taken)])
    }
  }

  #resize(file: File, size: number): void {
    if (file.passing) {
      file.passing.resize(file.size, size)
      file.size = size
      return
    }
    const taken = size > file.size ? this.#reach(file, size) : []
    this.#orGiveBack(file, taken, () => {
      for (let at = file.size; at < size; at += zeros.length) {
        this.#blocks.write(file.blocks, zeros.subarray(0, Math.min(zeros.length, size - at)), at)
      }
    })
    const shrunk = size < file.size
    file.size = size
    this.#log(shrunk ? ['cut', file.id, size] : ['size', file.id, size, ...extents(taken)])
    if (!shrunk) return
    this.#blocks.give(file.blocks.splice(Math.ceil(size / blockSize)))
    // What follows would be written over the rest of its last block.
    if (size % blockSize > 0) this.#settle()
  }

  #reach(file: File, size: number): number[] {
    const missing = Math.ceil(size / blockSize) - file.blocks.length
    if (missing <= 0) return []
    if (!file.urgent) this.#journal.reserve()
    const taken = this.#blocks.take(missing + ahead(file.blocks.length), file.urgent)
    file.blocks.push(...taken)
    return taken
  }

  /** What a file got must be in the journal, or it must not have it. */
  #orGiveBack(file: File, taken: readonly number[], write: () => void): void {
    try {
      write()
    } catch (error) {
      this.#blocks.give(file.blocks.splice(file.blocks.length - taken.length))
      throw error
    }
  }

  #free(node: File | Directory): void {
    if (node.kind === 'file' && node.opened === 0) this.#blocks.give(node.blocks.splice(0))
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

  /**
   * Puts on record what was done so far, before something on record is written over. New blocks need not wait for it: until
   * the journal gives them to a file they are nobody's, and what a file gave back is taken again only after a flush.
   */
  #settle(): void {
    try {
      this.#journal.settle()
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
}
