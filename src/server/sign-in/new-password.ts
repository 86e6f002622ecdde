import { invalidField } from '../failure.ts'
import { commonWords, runs } from './common-passwords.ts'

/** Fewer different characters are a pattern: "abcabcabcabc", "121212121212". */
const leastDifferent = 5
/** A shorter name before the @ would be found in any sentence. */
const leastOfAddress = 4

/** Why a password of the right length is none; null where it may be taken. */
export function weaknessOf(password: string, email: string): 'common_password' | 'holds_address' | null {
  const typed = password.toLowerCase()
  const [name = ''] = email.toLowerCase().split('@')
  if (name.length >= leastOfAddress && typed.includes(name)) return 'holds_address'
  if (new Set(typed).size < leastDifferent) return 'common_password'
  const letters = typed.replaceAll(/[^\p{L}]/gu, '')
  if (isRepeated(letters) || isRepeated(plain(typed)) || isRun(typed) || isRun(letters))
    return 'common_password'
  return null
}

/** Refuses (422) what is guessed first. `path` is where the body has it. */
export function mustBeHardToGuess(password: string, email: string, path = 'password'): void {
  const weakness = weaknessOf(password, email)
  if (weakness) throw invalidField(path, weakness, 'Too easy to guess')
}

/** Letters as which people write figures and signs. */
const written: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const plain = (typed: string) =>
  typed
    .replace(/[^\p{L}]+$/u, '')
    .replaceAll(/./gu, (sign) => written[sign] ?? sign)
    .replaceAll(/[^\p{L}]/gu, '')

/** One common word, once or again and again. */
function isRepeated(letters: string): boolean {
  const [, once = ''] = /^(.+?)\1*$/u.exec(letters) ?? []
  return commonWords.has(letters) || commonWords.has(once)
}

/** Fewer signs in a row come about by themselves. */
const leastOfRun = 6
const isRun = (typed: string) =>
  typed.length >= leastOfRun &&
  runs.some((run) => run.includes(typed) || [...run].reverse().join('').includes(typed))
