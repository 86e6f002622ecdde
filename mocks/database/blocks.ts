import { NoSpace, type SyncFile, writeAll } from './sync-file.ts'

/** As large as a page of Postgres, so that no page is ever split. */
export const blockSize = 8192

/**
 * Room kept back for the database's own records: when the disk is full, a change is refused cleanly instead of
 * ending the database.
 */
const reserve = (8 * 1024 * 1024) / blockSize
const growth = (4 * 1024 * 1024) / blockSize

/** The blocks of one large file, given out and taken back by number. */
export class Blocks {
  readonly file: SyncFile
  #free: number[] = []
  /** Freed, but not to be used again before the journal that says so has reached the disk. */
  #freed: number[] = []
  #end: number
  #capacity: number

  /** `used` are the blocks that files hold; all others up to the highest are free. */
  constructor(file: SyncFile, used: Iterable<number>) {
    this.file = file
    const held = new Set(used)
    this.#end = 0
    for (const block of held) this.#end = Math.max(this.#end, block + 1)
    for (let block = this.#end - 1; block >= 0; block--) if (!held.has(block)) this.#free.push(block)
    this.#capacity = Math.floor(file.getSize() / blockSize)
  }

  /** How long the file must be for all blocks that were ever given out, in bytes. */
  get length(): number {
    return this.#end * blockSize
  }

  /** Throws `NoSpace`; only the database's own records (`urgent`) may use the reserve. */
  take(count: number, urgent: boolean): number[] {
    const spare = urgent ? 0 : reserve
    const room = () => this.#free.length + this.#capacity - this.#end
    const short = () => room() < count + spare
    // By a good piece, so that it is done seldom; where there is no room for that, by what is asked.
    if (short()) this.#grow(count + spare + growth)
    if (short()) this.#grow(count + spare)
    if (short()) throw new NoSpace(`No room for ${count} blocks`)
    const taken: number[] = []
    while (taken.length < count) taken.push(this.#free.pop() ?? this.#end++)
    return taken
  }

  give(blocks: readonly number[]): void {
    this.#freed.push(...blocks)
  }

  /** To be called once the journal has been flushed. */
  reuse(): void {
    this.#free.push(...this.#freed)
    this.#freed = []
  }

  /** Reads from a file's blocks, block after block; gives the bytes read. */
  read(blocks: readonly number[], into: Uint8Array, position: number): number {
    for (const run of runs(blocks, position, into.length)) {
      this.file.read(into.subarray(run.from, run.from + run.length), { at: run.at })
    }
    return into.length
  }

  write(blocks: readonly number[], bytes: Uint8Array, position: number): void {
    for (const run of runs(blocks, position, bytes.length)) {
      writeAll(this.file, bytes.subarray(run.from, run.from + run.length), run.at)
    }
  }

  /**
   * The browser counts a file's length against the quota, so growing it first is what keeps the promise of
   * `take`.
   */
  #grow(count: number): void {
    const capacity = this.#end + count
    if (capacity <= this.#capacity) return
    try {
      this.file.truncate(capacity * blockSize)
      this.#capacity = capacity
    } catch {
      // Full: what is left may still do.
    }
  }
}

/** The stretches that lie together on disk, of `length` bytes from `position` in a file made of `blocks`. */
function* runs(blocks: readonly number[], position: number, length: number) {
  let done = 0
  while (done < length) {
    const at = position + done
    let index = Math.floor(at / blockSize)
    const first = blocks[index]
    if (first === undefined) throw new RangeError('Read or write beyond the blocks of a file')
    const offset = at % blockSize
    let size = blockSize - offset
    while (size < length - done && blocks[index + 1] === blocks[index]! + 1) {
      index++
      size += blockSize
    }
    const run = Math.min(size, length - done)
    yield { from: done, at: first * blockSize + offset, length: run }
    done += run
  }
}
