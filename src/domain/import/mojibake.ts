/**
 * Text that was written as UTF-8 and read as something else: "SociÃ©tÃ©" (read as Windows-1252), "M√ºnster" (as Mac Roman).
 * Reading it back is possible only where every letter has its byte and the bytes are UTF-8: then nothing is lost, and the broken
 * text could be made of the repaired one again. What can't be read back stays as it is.
 */

/** As whose letters the bytes were read: those of 0x80 to 0xff. */
const readings: Readonly<Record<string, string>> = {
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
    Array.from({ length: 96 }, (_, n) => String.fromCharCode(0xa0 + n)).join(''),
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  'iso-8859-1': Array.from({ length: 128 }, (_, n) => String.fromCharCode(0x80 + n)).join(''),
}

const bytesOf = new Map(
  Object.entries(readings).map(([name, letters]) => [
    name,
    new Map([...letters].map((letter, n) => [letter, 0x80 + n] as const)),
  ]),
)

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text as it was written, or null where it is not such a text, or can't be read back whole. */
function readBack(text: string, reading: string): string | null {
  const known = bytesOf.get(reading)
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const byte = code < 0x80 ? code : known?.get(letter)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  try {
    const read = utf8.decode(Uint8Array.from(bytes))
    return read === text ? null : read
  } catch {
    return null
  }
}

/** Control characters and what no name has: a repair that gives them repairs nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const strange = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd]/
/** Signs that stand between words in the languages that are repaired. */
const signs =
  /^[\p{ASCII}\p{M}\u00a0-\u00bf\u00d7\u00f7\u2010-\u2044\u20a0-\u20bf\u2116\u2122\u3000-\u303f\uff00-\uffef]*$/u
/** A word is of one script; a single letter of Greek or Cyrillic is none. */
const words =
  /^(\p{Script=Latin}+|\p{Script=Greek}{2,}|\p{Script=Cyrillic}{2,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|\p{Script=Hangul}+)$/u

/**
 * Whether somebody may have written it. Right text can be read back too: "Lyon–Évian" gives "LyonЃvian", and "l’été" an
 * Armenian letter; such a repair is none.
 */
function isPlausible(text: string): boolean {
  if (strange.test(text)) return false
  const letters = text.match(/[\p{L}ー]+/gu) ?? []
  return letters.every((word) => words.test(word)) && signs.test(text.replaceAll(/[\p{L}ー]/gu, ''))
}

/** A blank of ours for the one that editors put in its place: "Ã " was "Ã\u00a0", which was "à". */
const withHardBlank = (text: string) => text.replaceAll(/([ÃÂ√¬]) /g, '$1\u00a0')

/** The text repaired where it was broken and can be repaired without loss; null where there is nothing to repair. */
export function repaired(text: string): string | null {
  if (!/[\u0080-\uffff]/.test(text)) return null
  for (const reading of Object.keys(readings)) {
    const read =
      readBack(text, reading) ?? (reading === 'macintosh' ? null : readBack(withHardBlank(text), reading))
    if (read !== null && isPlausible(read)) return repaired(read) ?? read
  }
  return null
}

/** Whether letters are lost: what could not be read stands as "\ufffd", and what it was nobody can tell. */
export const hasLostLetters = (text: string): boolean => text.includes('\ufffd')

/** Whether it looks broken although it can't be repaired: pairs that no language writes. */
export const looksBroken = (text: string): boolean => /[ÃÂ][\u0080-\u00bf€-™]|√[^\s\d(]|[≈ƒ][^\s]/.test(text)

/** Breaks a text as a wrong reading does; for measuring. Null where that reading has no letter for a byte. */
export function broken(text: string, reading: 'windows-1252' | 'macintosh' | 'iso-8859-1'): string {
  const letters = [...(readings[reading] ?? '')]
  return [...new TextEncoder().encode(text)]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (letters[byte - 0x80] ?? '')))
    .join('')
}
