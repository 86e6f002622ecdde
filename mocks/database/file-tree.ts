import { blockSize } from './blocks.ts'
import type { JournalEntry } from './journal.ts'
import type { Passing } from './passing.ts'

export interface File {
  readonly kind: 'file'
  readonly id: number
  mode: number
  size: number
  blocks: number[]
  /** How many times it is open; an unlinked file lives until the last is closed. */
  opened: number
  linked: boolean
  /**
   * Not the user's data but the database's own records, the write-ahead log first of all: these may use the
   * reserve.
   */
  urgent: boolean
  /** What it holds where it is not kept: such a file has no blocks and stands in no journal. */
  readonly passing: Passing | null
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
export const errno = {
  badHandle: 8,
  exists: 20,
  isDirectory: 31,
  missing: 44,
  notDirectory: 54,
  notEmpty: 55,
} as const

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const isOwn = (path: string) => !path.startsWith('/base/')

/**
 * Which files there are and which blocks they are made of, in memory. Paths begin with a slash; '' is the
 * root.
 */
export class FileTree {
  readonly #nodes = new Map<string, File | Directory>([
    ['', { kind: 'directory', mode: 0o40700, names: new Set() }],
  ])
  #nextId = 1

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
  }

  /** What a journal tells of is kept, whatever its name. */
  create(path: string, mode: number, id = this.#nextId, passing: Passing | null = null): File {
    this.#nextId = Math.max(this.#nextId, id + 1)
    const file: File = {
      kind: 'file',
      id,
      mode,
      size: 0,
      blocks: [],
      opened: 0,
      linked: true,
      urgent: isOwn(path),
      passing,
    }
    this.#link(path, file)
    return file
  }

  /** Takes a node from its path. A file lives on while it is open; a directory must be empty. */
  remove(path: string): File | Directory {
    const node = this.get(path)
    if (node.kind === 'directory' && node.names.size > 0)
      throw new FileError(errno.notEmpty, `Not empty: ${path}`)
    this.#unlink(path)
    if (node.kind === 'file') node.linked = false
    return node
  }

  /** Moves a node, and what is below it, to a path where nothing is. */
  move(from: string, to: string): void {
    const node = this.get(from)
    this.#unlink(from)
    this.#link(to, node)
    if (node.kind === 'file') node.urgent = isOwn(to)
    else {
      for (const [path, child] of [...this.#nodes]) {
        if (!path.startsWith(`${from}/`)) continue
        this.#nodes.delete(path)
        this.#nodes.set(to + path.slice(from.length), child)
      }
    }
  }

  /** The entries that make this tree from nothing, parents before children. */
  *entries(): Generator<JournalEntry> {
    for (const [path, node] of [...this.#nodes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (path === '') continue
      if (node.kind === 'directory') yield ['mkdir', path, node.mode]
      else if (!node.passing) {
        yield ['create', path, node.mode, node.id]
        if (node.size > 0 || node.blocks.length > 0)
          yield ['size', node.id, node.size, ...extents(node.blocks)]
      }
    }
  }

  /** The blocks that files hold. */
  *blocks(): Generator<number> {
    for (const node of this.#nodes.values()) if (node.kind === 'file') yield* node.blocks
  }

  #link(path: string, node: File | Directory): void {
    const parent = this.get(parentOf(path))
    if (parent.kind !== 'directory')
      throw new FileError(errno.notDirectory, `Not a directory: ${parentOf(path)}`)
    parent.names.add(nameOf(path))
    this.#nodes.set(path, node)
  }

  #unlink(path: string): void {
    this.#nodes.delete(path)
    const parent = this.#nodes.get(parentOf(path))
    if (parent?.kind === 'directory') parent.names.delete(nameOf(path))
  }
}

/** The tree that a journal tells of. */
export function replay(entries: Iterable<JournalEntry>): FileTree {
  const tree = new FileTree()
  const files = new Map<number, File>()
  for (const entry of entries) {
    const [verb, first, second, third = 0] = entry as [string, string, string & number, number?]
    const file = files.get(Number(first))
    if (verb === 'mkdir') tree.makeDirectory(first, second)
    else if (verb === 'create') files.set(third, tree.create(first, second, third))
    else if (verb === 'remove') tree.remove(first)
    else if (verb === 'mode') tree.get(first).mode = second
    else if (verb === 'rename') {
      if (tree.find(second)) tree.remove(second)
      tree.move(first, second)
    } else if (verb === 'size' && file) {
      file.size = second
      file.blocks.push(...blocksOf(entry.slice(3) as number[]))
    } else if (verb === 'cut' && file) {
      file.size = second
      file.blocks.length = Math.min(file.blocks.length, Math.ceil(second / blockSize))
    }
  }
  return tree
}

/** Block numbers as first, count, first, count, … */
export function extents(blocks: readonly number[]): number[] {
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
