import { Inflate } from 'fflate'

/** Thrown where bytes are not a zip, or not one that is read here. */
export class ZipInvalid extends Error {}

export interface ZipEntry {
  name: string
  /** Bytes, unpacked, as the directory says. */
  size: number
  /** Unpacks the entry and checks it against its checksum. */
  read(): Uint8Array<ArrayBuffer>
}

const endMark = 0x06054b50
const directoryMark = 0x02014b50
const entryMark = 0x04034b50
/** What deflate can make of one byte at the very most. */
const mostUnpacked = 1032

/** The entries of a zip, by its directory; nothing is unpacked yet. Neither encryption nor zip64. */
export function readZip(bytes: Uint8Array<ArrayBuffer>): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let nth = 0; nth < count; nth++) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryMark)
      throw new ZipInvalid('The directory is damaged')
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    const packedSize = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    const nameSize = view.getUint16(at + 28, true)
    const next = at + 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) throw new ZipInvalid('The directory is damaged')
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize))
    if (flags & 1) throw new ZipInvalid(`${name} is encrypted`)
    if (method !== 0 && method !== 8) throw new ZipInvalid(`${name} is packed in an unknown way`)
    if (method === 0 ? size !== packedSize : size > packedSize * mostUnpacked + mostUnpacked)
      throw new ZipInvalid(`${name} can’t be as large as it says`)
    const checksum = view.getUint32(at + 16, true)
    const packed = contentAt(view, bytes, view.getUint32(at + 42, true), packedSize, name)
    entries.push({
      name,
      size,
      read: () => {
        const content = method === 0 ? packed.slice() : inflated(packed, size, name)
        if (crc32(content) !== checksum) throw new ZipInvalid(`${name} is damaged`)
        return content
      },
    })
    at = next
  }
  return entries
}

/** Where the zip's last record begins: it may be followed by a comment of up to 64 kB. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === endMark) return at
  throw new ZipInvalid('This is not a zip file')
}

function contentAt(view: DataView, bytes: Uint8Array<ArrayBuffer>, at: number, size: number, name: string) {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== entryMark)
    throw new ZipInvalid(`${name} is not where the directory says`)
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + size > bytes.length) throw new ZipInvalid(`${name} is cut short`)
  return bytes.subarray(from, from + size)
}

const pieceSize = 65_536

/** Unpacks piece by piece, so that an entry larger than it says is caught early. */
function inflated(packed: Uint8Array, size: number, name: string): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(size)
  let at = 0
  const inflate = new Inflate((piece) => {
    if (at + piece.length > size) throw new ZipInvalid(`${name} is larger than it says`)
    content.set(piece, at)
    at += piece.length
  })
  try {
    for (let from = 0; from < packed.length; from += pieceSize)
      inflate.push(packed.subarray(from, from + pieceSize), from + pieceSize >= packed.length)
  } catch (error) {
    throw error instanceof ZipInvalid ? error : new ZipInvalid(`${name} is damaged`)
  }
  if (at !== size) throw new ZipInvalid(`${name} is smaller than it says`)
  return content
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] as number) ^ (value >>> 8)
  return ~value >>> 0
}
