/** A person's name as it is typed in one line, in its parts. */
export interface NameParts {
  givenName: string
  familyName: string
  nativeName: string
}

const particles = new Set(
  'de du des la le van von der den di da del della dos al el ben bin zu zur ter ten'.split(' '),
)
const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

const isUpper = (word: string) =>
  word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()

/**
 * A first guess at given and family name, shown for correction: "Masahiro Nadamoto", "Nadamoto, Masahiro",
 * "NADAMOTO Masahiro", "Charles de Gaulle", "灘本 正博" (family name first, kept as the native name too).
 */
export function splitName(typed: string): NameParts {
  const text = typed.trim().replace(/\s+/g, ' ')
  const [before, after] = text.split(/\s*,\s*/, 2)
  if (before && after) return { givenName: after, familyName: before, nativeName: '' }
  const words = text.split(' ')
  if (cjk.test(text)) {
    const [family = '', ...given] = words
    return { givenName: given.join(' '), familyName: family, nativeName: text }
  }
  const capitals = words.filter(isUpper)
  if (capitals.length > 0 && capitals.length < words.length) {
    const given = words.filter((word) => !isUpper(word))
    return { givenName: given.join(' '), familyName: capitals.join(' '), nativeName: '' }
  }
  const particle = words.findIndex((word, index) => index > 0 && particles.has(word))
  const at = particle > 0 && particle < words.length - 1 ? particle : words.length - 1
  return { givenName: words.slice(0, at).join(' '), familyName: words.slice(at).join(' '), nativeName: '' }
}
