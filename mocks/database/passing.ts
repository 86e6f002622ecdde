/**
 * What Postgres makes anew at each start and throws away what it finds of it: its cache of the catalogue's shape, and the
 * mark of a running server. Written in hundreds of small pieces, of which each would cost a call to the browser's file
 * system: a second of every start.
 */
export const isPassing = (path: string): boolean =>
  /\/pg_internal\.init(\.\d+)?$|^\/postmaster\.(pid|opts)$/.test(path)

/** The bytes of a file that lasts as long as the process, in memory. */
export class Passing {
  #bytes = new Uint8Array(4096)

  read(into: Uint8Array, position: number): void {
    into.set(this.#bytes.subarray(position, position + into.length))
  }

  write(bytes: Uint8Array, position: number): void {
    this.#reach(position + bytes.length)
    this.#bytes.set(bytes, position)
  }

  /** What lies beyond a cut reads as zeros when the file grows again. */
  resize(from: number, to: number): void {
    this.#reach(to)
    this.#bytes.fill(0, Math.min(from, to))
  }

  #reach(size: number): void {
    if (size <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(size, this.#bytes.length * 2))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
