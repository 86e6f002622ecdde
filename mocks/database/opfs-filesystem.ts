import type { PGlite } from '@electric-sql/pglite'
import { BaseFilesystem, type FsStats } from '@electric-sql/pglite/basefs'
import { errno, type File, FileError } from './file-tree.ts'
import type { Files } from './files.ts'

/** PGlite's file system over `Files`: what Postgres calls, by path and handle. */
export class OpfsFilesystem extends BaseFilesystem {
  readonly #files: Files
  readonly #open = new Map<number, { file: File; control: boolean }>()
  #nextHandle = 1
  readonly #onAbort: (cause: Error) => void

  /** `onAbort` is called when the engine gives up, which PGlite itself passes over. */
  constructor(files: Files, onAbort: (cause: Error) => void) {
    super()
    this.#files = files
    this.#onAbort = onAbort
  }

  override async init(pglite: PGlite, options: Parameters<BaseFilesystem['init']>[1]) {
    const onAbort = (what: unknown) => this.#onAbort(new Error(`The database engine aborted: ${what}`))
    return super.init(pglite, { ...options, onAbort })
  }

  /** Called by PGlite after every query. Never relaxed: an answered write must outlast anything. */
  override async syncToFs(): Promise<void> {
    this.#files.flush()
  }

  override async closeFs(): Promise<void> {
    this.#files.flush()
    this.#files.close()
  }

  override chmod(path: string, mode: number): void {
    this.#files.chmod(path, mode)
  }

  override open(path: string): number {
    const file = this.#file(path)
    const handle = this.#nextHandle++
    file.opened++
    this.#open.set(handle, { file, control: path === '/global/pg_control' })
    return handle
  }

  override close(handle: number): void {
    const { file } = this.#handle(handle)
    this.#open.delete(handle)
    file.opened--
    this.#files.closed(file)
  }

  override fstat(handle: number): FsStats {
    return stats(this.#handle(handle).file)
  }

  override lstat(path: string): FsStats {
    return stats(this.#files.get(path))
  }

  override mkdir(path: string, options?: { recursive?: boolean; mode?: number }): void {
    this.#files.makeDirectory(path, options?.mode ?? 0o40700)
  }

  override readdir(path: string): string[] {
    const node = this.#files.get(path)
    if (node.kind !== 'directory') throw new FileError(errno.notDirectory, `Not a directory: ${path}`)
    return ['.', '..', ...node.names]
  }

  override read(
    handle: number,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): number {
    const into = new Uint8Array(buffer.buffer, buffer.byteOffset + offset, length)
    return this.#files.read(this.#handle(handle).file, into, position)
  }

  /**
   * The control file says up to where the data files are complete, so these must be on disk before it, and it
   * before what follows.
   */
  override write(
    handle: number,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): number {
    const { file, control } = this.#handle(handle)
    if (control) this.#files.flush()
    // PGlite hands over the bare ArrayBuffer here, whatever the type says.
    const memory = 'buffer' in buffer ? buffer.buffer : (buffer as unknown as ArrayBuffer)
    const written = this.#files.write(file, new Uint8Array(memory, offset, length), position)
    if (control) this.#files.flush()
    return written
  }

  override rename(from: string, to: string): void {
    this.#files.rename(from, to)
  }

  override rmdir(path: string): void {
    this.#files.remove(path)
  }

  override unlink(path: string): void {
    this.#files.remove(path)
  }

  override truncate(path: string, length = 0): void {
    this.#files.resize(this.#file(path), length)
  }

  /** Times of access are not kept: Postgres has no use for them. */
  override utimes(): void {}

  override writeFile(path: string, data: string | Uint8Array, options?: { mode?: number }): void {
    const found = this.#files.find(path)
    const file = found?.kind === 'file' ? found : this.#files.create(path, options?.mode ?? 0o100600)
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
    if (bytes.length > 0) this.#files.write(file, bytes, 0)
  }

  #file(path: string): File {
    const node = this.#files.get(path)
    if (node.kind !== 'file') throw new FileError(errno.isDirectory, `Is a directory: ${path}`)
    return node
  }

  #handle(handle: number) {
    const found = this.#open.get(handle)
    if (!found) throw new FileError(errno.badHandle, `Not open: ${handle}`)
    return found
  }
}

const stats = (node: File | { kind: 'directory'; mode: number }): FsStats => {
  const size = node.kind === 'file' ? node.size : 0
  return {
    dev: 0,
    ino: 0,
    mode: node.mode,
    nlink: 1,
    uid: 0,
    gid: 0,
    rdev: 0,
    size,
    blksize: 8192,
    blocks: Math.ceil(size / 512),
    atime: 0,
    mtime: 0,
    ctime: 0,
  }
}
