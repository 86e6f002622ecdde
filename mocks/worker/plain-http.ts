/**
 * On plain http browsers withhold `crypto.subtle`. The API needs one thing of it, SHA-256, and gets it from
 * here then.
 */
export function provideDigest(): void {
  if (crypto.subtle) return
  const digest = async (algorithm: string, data: BufferSource): Promise<ArrayBuffer> => {
    if (algorithm !== 'SHA-256')
      throw new DOMException(`${algorithm} is not available here`, 'NotSupportedError')
    const view = ArrayBuffer.isView(data) ? data : new Uint8Array(data)
    return sha256(new Uint8Array(view.buffer, view.byteOffset, view.byteLength)).buffer
  }
  Object.defineProperty(crypto, 'subtle', { value: { digest }, configurable: true })
}

/** SHA-256 as FIPS 180-4 has it: 32 bytes. */
export function sha256(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor((message.length * 8) / 2 ** 32))
  view.setUint32(padded.length - 4, (message.length * 8) >>> 0)
  const hash = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))
  const words = new Uint32Array(64)
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(at + i * 4)
    for (let i = 16; i < 64; i++) {
      const [a, b] = [words[i - 15]!, words[i - 2]!]
      const early = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
      const late = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
      words[i] = words[i - 16]! + early + words[i - 7]! + late
    }
    mix(hash, words)
  }
  const bytes = new Uint8Array(32)
  for (const [i, word] of hash.entries()) new DataView(bytes.buffer).setUint32(i * 4, word)
  return bytes
}

function mix(hash: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = hash as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (let i = 0; i < 64; i++) {
    const one = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const first = (h + one + ((e & f) ^ (~e & g)) + constants[i]! + words[i]!) | 0
    const zero = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const second = (zero + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) hash[i] = hash[i]! + word
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by))
const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) >>> 0

const primes = Array.from({ length: 312 }, (_, n) => n).filter(
  (n) => n > 1 && !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && n % d === 0),
)
const constants = primes.slice(0, 64).map((prime) => fraction(Math.cbrt(prime)))
