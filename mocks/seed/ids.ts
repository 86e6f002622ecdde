/**
 * A generator of identifiers that gives the same ones in the same order every time, shaped like random UUIDs (version
 * 4). Its numbers are those of mulberry32; they are for telling records apart, never for secrets.
 */
export function demoIds(seed = 0x20080204): () => string {
  let state = seed
  const next32 = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return () => {
    const words = Array.from({ length: 4 }, () => next32().toString(16).padStart(8, '0')).join('')
    const variant = (8 + (Number.parseInt(words.charAt(16), 16) & 3)).toString(16)
    return [
      words.slice(0, 8),
      words.slice(8, 12),
      `4${words.slice(13, 16)}`,
      variant + words.slice(17, 20),
      words.slice(20),
    ].join('-')
  }
}
