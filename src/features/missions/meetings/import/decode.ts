/** How a file's bytes are read as text. */
export const encodings = ['utf-8', 'windows-1252', 'shift_jis', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof encodings)[number]

const marks: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

const reads = (bytes: Uint8Array, encoding: Encoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const japanese = /[\u3040-\u30ff]|[\u4e00-\u9fff]{2}/gu

/**
 * The encoding that a file is most likely in: as its byte-order mark says, else UTF-8 where that reads, else Shift_JIS where
 * Japanese comes out of it, else what Western spreadsheets write. The reader can choose another.
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return marked[0]
  if (reads(bytes, 'utf-8') !== null) return 'utf-8'
  const shifted = reads(bytes, 'shift_jis')
  // Accented letters before plain ones also read as single kanji: one alone proves nothing.
  const signs = shifted?.match(japanese)?.join('').length ?? 0
  return shifted && signs >= 4 ? 'shift_jis' : 'windows-1252'
}

/** A file's text, without its byte-order mark; bytes that don't read become "�". */
export const decode = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes)
