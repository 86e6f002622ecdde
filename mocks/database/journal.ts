import { NoSpace, type SyncFile, writeAll } from './sync-file.ts'

/** Thrown where a journal was once complete and no longer is: what it described can't be trusted. */
export class JournalDamaged extends Error {
  override name = 'JournalDamaged'
}

export type JournalEntry = readonly (string | number)[]

const format = 1
/** Longer than the snapshot by this much, a journal is worth beginning anew. */
const tooLong = 4 * 1024 * 1024
/** The file is made longer than the journal, so that there is room to go on when the disk is full. */
const step = 512 * 1024
const spare = 128 * 1024
const encoder = new TextEncoder()

/**
 * An append-only list of changes that survives a kill at any instant. Two files take turns: one holds a
 * snapshot and what came after it, the other is written anew when that has grown long, and counts only once
 * its snapshot is complete. Every line carries a checksum; a line cut short by a kill is the end of the list.
 */
export class Journal {
  #files: [SyncFile, SyncFile]
  #current: 0 | 1
  #generation: number
  #end: number
  #snapshotSize: number
  /** Lines not written yet: hundreds at a time, when tables are emptied, each of which would cost a call. */
  #waiting: Uint8Array[] = []
  #waitingSize = 0

  private constructor(
    files: [SyncFile, SyncFile],
    current: 0 | 1,
    generation: number,
    end: number,
    size: number,
  ) {
    this.#files = files
    this.#current = current
    this.#generation = generation
    this.#end = end
    this.#snapshotSize = size
  }

  /** Reads what was kept: its entries, or null where nothing was ever completed. Throws `JournalDamaged`. */
  static open(a: SyncFile, b: SyncFile): { journal: Journal; entries: JournalEntry[] | null } {
    const found = [readJournal(a), readJournal(b)] as const
    const newest = (found[1]?.generation ?? 0) > (found[0]?.generation ?? 0) ? 1 : 0
    const chosen = found[newest]
    if (!chosen) {
      if (a.getSize() > 0 && b.getSize() > 0) throw new JournalDamaged('Neither journal can be read')
      return { journal: new Journal([a, b], 1, 0, 0, 0), entries: null }
    }
    if (chosen.superseded) throw new JournalDamaged('The newest journal can’t be read')
    const { generation, end, snapshotEnd, entries } = chosen
    return { journal: new Journal([a, b], newest, generation, end, snapshotEnd), entries }
  }

  /** Whether a new snapshot would be worth its while. */
  get long(): boolean {
    return this.#end + this.#waitingSize - this.#snapshotSize > tooLong
  }

  /**
   * Throws `NoSpace` while there is still room for what must be put on record; to be asked before what need
   * not be begun.
   */
  reserve(): void {
    if (this.#generation > 0) this.#extend(spare)
  }

  #extend(more: number): void {
    const by = this.#waitingSize + more
    const file = this.#files[this.#current]
    if (file.getSize() >= this.#end + by) return
    try {
      file.truncate(this.#end + by + step)
    } catch (error) {
      throw new NoSpace('No room for the journal', { cause: error })
    }
  }

  /** Takes an entry, with room for it: `settle` writes it. */
  append(entry: JournalEntry): void {
    // Before the first snapshot there is nothing to add to.
    if (this.#generation === 0) return
    const bytes = encoder.encode(line(entry))
    this.#extend(bytes.length)
    this.#waiting.push(bytes)
    this.#waitingSize += bytes.length
  }

  /**
   * Writes what was appended, in one piece. To be called before anything on record is written over: what comes later must
   * not be found on disk without what came before it.
   */
  settle(): void {
    if (this.#waitingSize === 0) return
    const bytes = new Uint8Array(this.#waitingSize)
    let at = 0
    for (const part of this.#waiting) {
      bytes.set(part, at)
      at += part.length
    }
    writeAll(this.#files[this.#current], bytes, this.#end)
    this.#end += bytes.length
    this.#forgetWaiting()
  }

  #forgetWaiting(): void {
    this.#waiting = []
    this.#waitingSize = 0
  }

  flush(): void {
    this.settle()
    this.#files[this.#current].flush()
  }

  /** Begins anew with what stands now. Until its last byte is written the old journal stays in force. */
  snapshot(entries: Iterable<JournalEntry>): void {
    const next = this.#current === 0 ? 1 : 0
    const generation = this.#generation + 1
    const lines = [line(['journal', format, generation])]
    for (const entry of entries) lines.push(line(entry))
    lines.push(line(['complete']))
    const bytes = encoder.encode(lines.join(''))
    const file = this.#files[next]
    file.truncate(0)
    try {
      file.truncate(bytes.length + step)
      writeAll(file, bytes, 0)
      file.flush()
    } catch (error) {
      // Complete or not, it must not be found to be the newer one.
      file.truncate(0)
      throw error instanceof NoSpace ? error : new NoSpace('No room for a new journal', { cause: error })
    }
    const old = this.#generation > 0 ? { file: this.#files[this.#current], end: this.#end } : null
    this.#current = next
    this.#generation = generation
    this.#end = bytes.length
    this.#snapshotSize = bytes.length
    this.#forgetWaiting()
    if (old) supersede(old.file, old.end)
  }

  close(): void {
    this.settle()
    for (const file of this.#files) file.close()
  }
}

/** Marks a journal as not to be gone back to. Without the mark it is only not known that it is old. */
function supersede(file: SyncFile, end: number): void {
  try {
    writeAll(file, encoder.encode(line(['superseded'])), end)
  } catch {
    // No room: the newer journal is found all the same.
  }
}

const line = (entry: JournalEntry): string => {
  const text = JSON.stringify(entry)
  return `${text}\t${checksum(text)}\n`
}

function readJournal(file: SyncFile) {
  const bytes = new Uint8Array(file.getSize())
  file.read(bytes, { at: 0 })
  const entries: JournalEntry[] = []
  let [generation, snapshotEnd, end, superseded] = [0, 0, 0, false]
  const decoder = new TextDecoder()
  for (let newline = bytes.indexOf(10); newline >= 0; newline = bytes.indexOf(10, end)) {
    const entry = parse(decoder.decode(bytes.subarray(end, newline)))
    if (!entry) break
    end = newline + 1
    if (generation === 0) {
      if (entry[0] !== 'journal' || entry[1] !== format) return null
      generation = Number(entry[2])
    } else if (entry[0] === 'complete') snapshotEnd = end
    else if (entry[0] === 'superseded') superseded = true
    else entries.push(entry)
  }
  return snapshotEnd > 0 ? { generation, entries, end, snapshotEnd, superseded } : null
}

function parse(text: string): JournalEntry | null {
  const tab = text.lastIndexOf('\t')
  if (tab < 0 || text.slice(tab + 1) !== checksum(text.slice(0, tab))) return null
  return JSON.parse(text.slice(0, tab))
}

/** FNV-1a, 32 bits: against torn writes, not against people. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
