import { sirenIn } from '../registration-numbers.ts'
import type { ComparableName } from './names.ts'
import type { PreparedTraits } from './organisations.ts'

/** Letters of a name's beginning that two bodies of one country may share and still be one. */
const headLength = 8
/** As much of a key as an index holds with ease. */
const longestKey = 100

/**
 * What two organisations that may be one have in common, at least one of it: nothing else is compared. The name in one word; its
 * consonants, word by word in alphabetical order, which most slips leave as they are; within a country its beginning and its
 * longest word; the domain; the numbers.
 */
export function matchKeys(traits: PreparedTraits): string[] {
  const { name, others, country, domains, numbers } = traits
  const keys = [name, ...others.map((other) => other.name)].flatMap((one) => nameKeys(one, country))
  for (const domain of domains) keys.push(`d:${domain}`)
  for (const { scheme, value } of numbers) {
    const siren = sirenIn(scheme, value)
    keys.push(siren ? `n:siren:${siren}` : `n:${scheme}:${value}`)
  }
  return [...new Set(keys.map((key) => key.slice(0, longestKey)))]
}

function nameKeys(name: ComparableName, country: string | null): string[] {
  const keys = [`c:${name.compact}`, `s:${skeleton(name.words)}`]
  if (!country) return keys
  keys.push(`h:${country}:${name.compact.slice(0, headLength)}`)
  const longest = name.words.reduce((held, word) => (word.length > held.length ? word : held), '')
  if (longest.length >= 5) keys.push(`w:${country}:${longest}`)
  return keys
}

/** First letters and consonants, none doubled: "Institut Pasteur" and "Pasteur Institute" come out alike. */
const skeleton = (words: readonly string[]): string =>
  words
    .map(
      (word) =>
        word.slice(0, 1) +
        word
          .slice(1)
          .replaceAll(/[aeiouy]/g, '')
          .replaceAll(/(.)\1+/g, '$1'),
    )
    .map((word) => word.replaceAll(/(.)\1+/g, '$1'))
    .sort()
    .join('')
