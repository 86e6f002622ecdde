/** Encodings that a file can be read in, by the names that `TextDecoder` knows. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const
export type Encoding = (typeof encodings)[number]

export interface DecodedText {
  text: string
  encoding: Encoding
  /** How it was found: by a mark at the beginning, by what only that encoding gives, by likelihood, or as it was asked for. */
  by: 'mark' | 'proof' | 'likelihood' | 'choice'
  /** Letters that the encoding could not read, shown as "\ufffd": another one may. */
  unread: number
}

/** A file's bytes as text, in the encoding that they are in, or in the one that is asked for. */
export async function decodeText(
  bytes: Uint8Array,
  { encoding }: { encoding?: Encoding } = {},
): Promise<DecodedText> {
  if (encoding) return decoded(bytes, encoding, 'choice')
  const marked = byMark(bytes)
  if (marked) return decoded(bytes, marked, 'mark')
  // Before UTF-8, which has no objection to the zeros of English in UTF-16.
  const wide = byZeros(bytes)
  if (wide) return decoded(bytes, wide, 'proof')
  const escapes = bytes.includes(0x1b) && !bytes.some((byte) => byte > 0x7f)
  if (!escapes && isUtf8(bytes)) return decoded(bytes, 'utf-8', 'proof')
  return decoded(bytes, await likeliest(bytes), 'likelihood')
}

function decoded(bytes: Uint8Array, encoding: Encoding, by: DecodedText['by']): DecodedText {
  const read = new TextDecoder(encoding).decode(bytes)
  const text = encoding === 'windows-1252' ? withSigns(read) : read
  return { text, encoding, by, unread: text.split('\ufffd').length - 1 }
}

/** What Windows has where Latin-1 has control characters, from 0x80 to 0x9f. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20 decodes Windows' western encoding as Latin-1: the euro sign would be lost. */
const withSigns = (text: string) =>
  text.replace(/[\u0080-\u009f]/g, (letter) => signs[letter.charCodeAt(0) - 0x80] ?? letter)

function byMark([a, b, c]: Uint8Array): Encoding | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: every second byte of a line break or a separator is zero, and no other encoding has zeros. */
function byZeros(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  for (const [n, byte] of bytes.subarray(0, 4096).entries())
    if (byte === 0) zeros[n % 2] = (zeros[n % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0 || bytes.length % 2 === 1) return null
  return odd >= even ? 'utf-16le' : 'utf-16be'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** So much of what isn't ASCII tells one encoding from another. */
const sampleSize = 65_536

/**
 * By the frequency of its letters. Of the single-byte encodings Windows' western one is taken unless another is clearly
 * likelier: in a few lines of French several look alike, and it is what Excel writes in France.
 */
async function likeliest(bytes: Uint8Array): Promise<Encoding> {
  const { default: chardet } = await import('chardet')
  const found = chardet.analyse(sampleOf(bytes)).flatMap(({ name, confidence }) => {
    const encoding = encodingOf(name)
    return encoding && encoding !== 'utf-8' ? [{ encoding, confidence }] : []
  })
  const western = found.find(({ encoding }) => encoding === 'windows-1252')?.confidence ?? 0
  const [first] = found
  return first && first.confidence > western + 15 && first.confidence > 20 ? first.encoding : 'windows-1252'
}

/** The web reads these as the Windows encodings that contain them; Latin-9 can't be told from Latin-1 by frequency. */
function encodingOf(name: string): Encoding | undefined {
  const lower = name.toLowerCase()
  const same: Record<string, Encoding> = {
    'iso-8859-1': 'windows-1252',
    'iso-8859-2': 'windows-1250',
    'iso-8859-7': 'windows-1253',
    'iso-8859-9': 'windows-1254',
  }
  return same[lower] ?? encodings.find((encoding) => encoding === lower)
}

/** The lines with letters that aren't ASCII, since they alone tell. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample: number[] = []
  let from = 0
  while (from < bytes.length && sample.length < sampleSize) {
    const end = bytes.indexOf(0x0a, from)
    const line = bytes.subarray(from, Math.min(end < 0 ? bytes.length : end + 1, from + sampleSize))
    if (line.some((byte) => byte > 0x7f || byte === 0x1b)) sample.push(...line)
    from += line.length
  }
  return Uint8Array.from(sample.length > 0 ? sample.slice(0, sampleSize) : bytes.subarray(0, sampleSize))
}
