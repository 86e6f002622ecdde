import { sha256 } from '../sha256.ts'

/**
 * The chain, in the one form that the host, the command and an exported file share. Every line of text that is hashed begins with
 * the name of this form, so that another can follow.
 *
 * - `act` stands for who did what: the digest of these with a salt. When an entry's time is over they go, the salt with them, and the
 *   digest, which tells nothing without it, keeps the chain whole.
 * - `content` stands for the rows that a change wrote, with a salt of its own, for the same reason: when a person is erased, a later
 *   entry stands for the rows as they are then.
 * - `hash` joins the two to the entry's place, its time and kind, and to the hash before it.
 * - A block's hash joins the last entry's to the time at which it was sealed; the next entry follows on that.
 */
const form = 'corridor-audit-1'

const digestOf = (lines: readonly unknown[]) =>
  sha256(new TextEncoder().encode([form, ...lines.map((line) => line ?? '')].join('\n')))

export interface Act {
  verb: string | null
  userId: string | null
  personId: string | null
  noun: string | null
  recordId: string | null
  changeSetId: string | null
  /** Canonical JSON. */
  detail: string | null
}

/** What is sealed of an entry, whoever it is about. */
export interface Link {
  position: number
  /** RFC 3339 with milliseconds, UTC. */
  at: string
  kind: string
  act: string
  content: string | null
}

export interface Block {
  number: number
  at: string
  /** The place of the last entry in it. */
  last: number
  hash: string
}

export const actDigest = (salt: string, act: Act): Promise<string> =>
  digestOf([
    'act',
    salt,
    act.verb,
    act.userId,
    act.personId,
    act.noun,
    act.recordId,
    act.changeSetId,
    act.detail,
  ])

export const linkHash = (previous: string, { position, at, kind, act, content }: Link): Promise<string> =>
  digestOf(['entry', previous, position, at, kind, act, content])

export const blockHash = (previous: string, { number, at, last }: Omit<Block, 'hash'>): Promise<string> =>
  digestOf(['block', previous, number, at, last])
