import { type AuditVerdict, expiringKinds } from '../../contract/audit.ts'
import { type Act, actDigest, type Block, blockHash, type Link, linkHash } from './chain.ts'

type Flaw = NonNullable<AuditVerdict['flaw']>

/** An entry as it is found: sealed, and with what it says unless that is left out or has expired. */
export interface Found extends Link {
  hash: string
  salt: string | null
  said: Act | null
  expired: boolean
}

/**
 * Walks along a chain from its beginning and stops at the first thing that is wrong. Whether it comes from a database or a file is all
 * one.
 */
export class ChainCheck {
  #hash = ''
  #position = 0
  #blocks = 0
  #expired: Found[] = []
  #expiries: { position: number; before: string }[] = []
  #heads = new Set<string>()
  flaw: Flaw | null = null
  /** The last block that held. */
  head: AuditVerdict['head'] = null

  get entries() {
    return this.#position
  }
  get blocks() {
    return this.#blocks
  }
  get expired() {
    return this.#expired.length
  }

  fail(code: Flaw['code'], at: Partial<Flaw> = {}): false {
    this.flaw ??= { code, position: null, block: null, ...at }
    return false
  }

  /** The next entry of block `block`; false where it is not what was sealed there. */
  async entry(found: Found, block: number): Promise<boolean> {
    const expected = this.#position + 1
    const here = { position: expected, block }
    if (found.position !== expected) return this.fail('missing', here)
    const { salt, said } = found
    if (found.expired) {
      if (salt !== null || Object.values(said ?? {}).some((value) => value !== null))
        return this.fail('altered', here)
      this.#expired.push(found)
    } else if (said && (salt === null || (await actDigest(salt, said)) !== found.act))
      return this.fail('altered', here)
    if (said?.verb === 'audit.expire') this.noteExpiry(expected, said.detail)
    const hash = await linkHash(this.#hash, found)
    if (hash !== found.hash) return this.fail('broken', here)
    this.#hash = hash
    this.#position = expected
    return true
  }

  /** The end of a block, after its entries. */
  async block(block: Block): Promise<boolean> {
    const here = { block: this.#blocks + 1 }
    if (block.number !== here.block) return this.fail('block', here)
    if (block.last !== this.#position) return this.fail('missing', { ...here, position: this.#position + 1 })
    const hash = await blockHash(this.#hash, block)
    if (hash !== block.hash) return this.fail('block', here)
    this.#hash = hash
    this.#blocks = block.number
    this.#heads.add(hash)
    this.head = { block: block.number, entries: block.last, at: block.at, hash }
    return true
  }

  /** The end of the chain. `anchor` is the hash of a head that was noted earlier. */
  end(anchor: string | undefined): boolean {
    // An entry may be empty only because its time was over, which the chain itself has to say after it.
    const unexplained = this.#expired.find(
      ({ at, kind, position }) =>
        !(expiringKinds as readonly string[]).includes(kind) ||
        !this.#expiries.some((one) => one.position > position && at < one.before),
    )
    if (unexplained) return this.fail('altered', { position: unexplained.position })
    if (anchor !== undefined && !this.#heads.has(anchor)) return this.fail('anchor')
    return true
  }

  /** What an entry at this place says of entries that were forgotten. */
  noteExpiry(position: number, detail: string | null) {
    const { before } = JSON.parse(detail ?? '{}') as { before?: unknown }
    if (typeof before === 'string') this.#expiries.push({ position, before })
  }
}
