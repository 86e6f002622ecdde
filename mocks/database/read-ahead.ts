import type { SyncFile } from './sync-file.ts'

/** One call costs about a millisecond whether it brings 8 kB or this much. */
const segmentSize = 512 * 1024
/** 32 MB: more than the demo; a large workspace has Postgres' own buffers besides. */
const mostSegments = 64

/**
 * A file whose reads bring what lies around with them: Postgres reads page by page, and each call to the
 * browser's file system costs far more than the bytes do. Writes go through at once.
 */
export class ReadAhead implements SyncFile {
  readonly #file: SyncFile
  /** By number, least recently used first; the last of the file may be short. */
  readonly #segments = new Map<number, Uint8Array>()

  constructor(file: SyncFile) {
    this.#file = file
  }

  getSize(): number {
    return this.#file.getSize()
  }

  read(bytes: Uint8Array, { at }: { at: number }): number {
    if (bytes.length > segmentSize) return this.#file.read(bytes, { at })
    let done = 0
    while (done < bytes.length) {
      const from = (at + done) % segmentSize
      const part = this.#segment(Math.floor((at + done) / segmentSize)).subarray(
        from,
        from + bytes.length - done,
      )
      if (part.length === 0) break
      bytes.set(part, done)
      done += part.length
    }
    return done
  }

  write(bytes: Uint8Array, { at }: { at: number }): number {
    const first = Math.floor(at / segmentSize)
    const last = Math.floor((at + bytes.length - 1) / segmentSize)
    try {
      const written = this.#file.write(bytes, { at })
      this.#forgetShort(at + written)
      for (let number = first; number <= last; number++) this.#take(number, bytes.subarray(0, written), at)
      return written
    } catch (error) {
      // How far it came is not known.
      for (let number = first; number <= last; number++) this.#segments.delete(number)
      throw error
    }
  }

  truncate(size: number): void {
    const boundary = Math.floor(Math.min(size, this.getSize()) / segmentSize)
    this.#file.truncate(size)
    for (const number of this.#segments.keys()) if (number >= boundary) this.#segments.delete(number)
  }

  flush(): void {
    this.#file.flush()
  }

  close(): void {
    this.#segments.clear()
    this.#file.close()
  }

  /** A segment written whole, as when the database is restored, need not be read any more. */
  #take(number: number, bytes: Uint8Array, at: number): void {
    const start = number * segmentSize
    if (at <= start && at + bytes.length >= start + segmentSize)
      this.#keep(number, bytes.slice(start - at, start - at + segmentSize))
    else this.#patch(number, bytes, at)
  }

  #patch(number: number, bytes: Uint8Array, at: number): void {
    const segment = this.#segments.get(number)
    if (!segment) return
    const start = number * segmentSize
    const [from, to] = [Math.max(at, start), Math.min(at + bytes.length, start + segment.length)]
    if (from < to) segment.set(bytes.subarray(from - at, to - at), from - start)
  }

  /** Those that ended with the file, before it grew to this end, have grown with it and are read anew. */
  #forgetShort(end: number): void {
    for (const [number, { length }] of this.#segments)
      if (length < segmentSize && number * segmentSize + length < end) this.#segments.delete(number)
  }

  #segment(number: number): Uint8Array {
    let segment = this.#segments.get(number)
    if (segment) this.#segments.delete(number)
    else {
      const bytes = new Uint8Array(segmentSize)
      segment = bytes.subarray(0, this.#file.read(bytes, { at: number * segmentSize }))
    }
    this.#keep(number, segment)
    return segment
  }

  #keep(number: number, segment: Uint8Array): void {
    this.#segments.set(number, segment)
    const oldest = this.#segments.keys().next().value
    if (this.#segments.size > mostSegments && oldest !== undefined) this.#segments.delete(oldest)
  }
}
