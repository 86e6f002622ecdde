const prime = 0x0000000001000000000000000000013bn
const basis = 0x6c62272e07bb014262b821756295c58dn
const mask = (1n << 128n) - 1n

/** FNV-1a with 128 bits: tells texts apart that nobody made to collide. Needs no secure context, as the browser's own digests do. */
function digest(text: string): bigint {
  let hash = basis
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * prime) & mask
  return hash
}

/**
 * An id (UUID version 8) made of what a row says, so that the same row of a file has it each time that the file is read.
 * Rows that say the same are told apart by how many of them came before.
 */
export function rowIds(about: string, rows: readonly (readonly string[])[]): string[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const said = JSON.stringify([about, ...row])
    const nth = seen.get(said) ?? 0
    seen.set(said, nth + 1)
    return uuidOf(digest(JSON.stringify([said, nth])))
  })
}

function uuidOf(hash: bigint): string {
  const hex = hash.toString(16).padStart(32, '0')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}
