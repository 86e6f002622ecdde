import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** The one time that every entry bears, so that the same content gives the same bytes. In local time, as zip has it. */
const entryTime = new Date(1980, 0, 1, 12)

/** Entries that the classic zip directory can count. */
const mostEntries = 65_000

/** Bytes that the classic zip directory can count: 4 GB. */
const mostBytes = 0xffff_0000

export interface ZipWriter {
  /** Adds an entry whose bytes come piece by piece. `packed: false` stores them as they are. */
  add(name: string, options?: { packed?: boolean }): { write(bytes: Uint8Array): void; end(): void }
  /** What has come to be since it was last taken. */
  take(): Uint8Array[]
  /** Ends the file, and gives what was not taken of it: all, where nothing was. */
  finish(): Uint8Array<ArrayBuffer>
}

/** Writes a zip piece by piece: entries one after the other, in the order added. */
export function zipWriter(): ZipWriter {
  let parts: Uint8Array[] = []
  let size = 0
  let entries = 0
  const zip = new Zip((error, part) => {
    if (error) throw error
    parts.push(part)
    size += part.length
    if (size > mostBytes) throw new RangeError('A workspace file holds at most 4 GB')
  })
  return {
    add(name, { packed = true } = {}) {
      entries++
      if (entries > mostEntries) throw new RangeError(`A workspace file holds at most ${mostEntries} entries`)
      const entry = packed ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name)
      entry.mtime = entryTime
      zip.add(entry)
      return {
        write: (bytes) => entry.push(bytes),
        end: () => entry.push(new Uint8Array(0), true),
      }
    },
    take() {
      const taken = parts
      parts = []
      return taken
    },
    finish() {
      zip.end()
      return joined(parts)
    },
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
