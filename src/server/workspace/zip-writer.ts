import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** The one time that every entry bears, so that the same content gives the same bytes. In local time, as zip has it. */
const entryTime = new Date(1980, 0, 1, 12)

/** Entries that the classic zip directory can count. */
const mostEntries = 65_000

export interface ZipWriter {
  /** Adds an entry whose bytes come piece by piece. `packed: false` stores them as they are. */
  add(name: string, options?: { packed?: boolean }): { write(bytes: Uint8Array): void; end(): void }
  /** The whole file. */
  finish(): Uint8Array<ArrayBuffer>
}

/** Writes a zip in memory: entries one after the other, in the order added. */
export function zipWriter(): ZipWriter {
  const parts: Uint8Array[] = []
  let size = 0
  let entries = 0
  const zip = new Zip((error, part) => {
    if (error) throw error
    parts.push(part)
    size += part.length
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
    finish() {
      zip.end()
      const whole = new Uint8Array(size)
      let at = 0
      for (const part of parts) {
        whole.set(part, at)
        at += part.length
      }
      return whole
    },
  }
}
