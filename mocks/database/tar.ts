const recordSize = 512

export interface TarEntry {
  path: string
  kind: 'file' | 'directory'
  bytes: Uint8Array
}

/**
 * The files and directories of a plain (ustar) archive, parents before children where it was made so. Bytes
 * are views, not copies.
 */
export function* untar(archive: Uint8Array): Generator<TarEntry> {
  for (let at = 0; at + recordSize <= archive.length && archive[at] !== 0; ) {
    const header = archive.subarray(at, at + recordSize)
    const size = Number.parseInt(textOf(header, 124, 12), 8) || 0
    const type = String.fromCharCode(header[156] ?? 0)
    const path = `${textOf(header, 345, 155)}/${textOf(header, 0, 100)}`
      .split('/')
      .filter((part) => part && part !== '.')
    const bytes = archive.subarray(at + recordSize, at + recordSize + size)
    if (path.length > 0)
      yield { path: `/${path.join('/')}`, kind: type === '5' ? 'directory' : 'file', bytes }
    at += recordSize + Math.ceil(size / recordSize) * recordSize
  }
}

function textOf(header: Uint8Array, from: number, length: number): string {
  const field = header.subarray(from, from + length)
  const end = field.indexOf(0)
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end)).trim()
}
