/** Random numbers that come out the same for the same seed everywhere (Mulberry32). */
export interface Random {
  /** From 0 up to, but without, 1. */
  next: () => number
  /** A whole number from 0 up to, but without, `below`. */
  below: (below: number) => number
}

export function random(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, below: (below) => Math.floor(next() * below) }
}
