import { type RawBuilder, sql } from 'kysely'

/**
 * Bytes travel to and from the database as base64: PGlite's own way, a hexadecimal digit at a time, takes several times as
 * long for a document of 20 MB.
 */
export const bytesValue = (bytes: Uint8Array): RawBuilder<Uint8Array> =>
  sql<Uint8Array>`decode(${base64Of(bytes)}, 'base64')`

/** A bytea column, to be read by `bytesFrom`. */
export const base64Column = (column: string): RawBuilder<string> =>
  sql<string>`translate(encode(${sql.ref(column)}, 'base64'), E'\n', '')`

export function bytesFrom(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

const digits = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
const padding = 0x3d

function base64Of(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  let at = 0
  for (let from = 0; from < bytes.length; from += 3) {
    // Beyond the end, undefined counts as 0 in bitwise arithmetic.
    const group =
      ((bytes[from] as number) << 16) | ((bytes[from + 1] as number) << 8) | (bytes[from + 2] as number)
    text[at++] = digits[group >> 18] as number
    text[at++] = digits[(group >> 12) & 63] as number
    text[at++] = from + 1 < bytes.length ? (digits[(group >> 6) & 63] as number) : padding
    text[at++] = from + 2 < bytes.length ? (digits[group & 63] as number) : padding
  }
  return new TextDecoder('latin1').decode(text)
}
