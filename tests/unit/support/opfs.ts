import type { SyncFile } from '../../../mocks/database/sync-file.ts'

/** Thrown by every access after the imagined process was killed. */
class Killed extends Error {}

type Contents = Map<string, Uint8Array<ArrayBuffer>>

/**
 * A directory of the origin's private file system, as far as the database needs one, in memory. It can be
 * killed after so many changes, run out of room, and give what a disk would hold.
 */
export class FakeDirectory {
  readonly files: Contents
  /** Changes left until the process is killed. */
  life = Number.POSITIVE_INFINITY
  /** Bytes that all files together may have. */
  quota = Number.POSITIVE_INFINITY

  constructor(files: Contents = new Map()) {
    this.files = new Map([...files].map(([name, bytes]) => [name, bytes.slice()]))
  }

  /** As the next process finds it. */
  reopened(): FakeDirectory {
    return new FakeDirectory(this.files)
  }

  get handle(): FileSystemDirectoryHandle {
    const getFileHandle = async (name: string) => ({ createSyncAccessHandle: async () => this.#open(name) })
    return { getFileHandle } as unknown as FileSystemDirectoryHandle
  }

  #change(): void {
    if (this.life-- <= 0) throw new Killed()
  }

  #reserve(name: string, size: number): void {
    const others = [...this.files].reduce(
      (sum, [other, bytes]) => sum + (other === name ? 0 : bytes.length),
      0,
    )
    if (others + size > this.quota) throw new DOMException('No room', 'QuotaExceededError')
  }

  #open(name: string): SyncFile {
    if (!this.files.has(name)) this.files.set(name, new Uint8Array())
    const bytes = () => this.files.get(name)!
    const resize = (size: number) => {
      if (size > bytes().length) this.#reserve(name, size)
      // Grown in place, as files are: the same buffer seen longer.
      const { buffer } = bytes()
      if (size > buffer.maxByteLength) {
        const larger = new ArrayBuffer(size, { maxByteLength: Math.max(size * 2, 1 << 24) })
        new Uint8Array(larger).set(bytes())
        this.files.set(name, new Uint8Array(larger))
      } else {
        if (size < bytes().length) bytes().fill(0, size)
        if (size > buffer.byteLength) buffer.resize(size)
        this.files.set(name, new Uint8Array(buffer, 0, size))
      }
    }
    return {
      getSize: () => bytes().length,
      read: (into, { at }) => {
        const part = bytes().subarray(at, at + into.length)
        into.set(part)
        return part.length
      },
      write: (from, { at }) => {
        this.#change()
        if (at + from.length > bytes().length) resize(at + from.length)
        bytes().set(from, at)
        return from.length
      },
      truncate: (size) => {
        this.#change()
        resize(size)
      },
      flush: () => {},
      close: () => {},
    }
  }
}
