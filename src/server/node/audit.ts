import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beginAudit } from '../audit/acts.ts'
import { expire } from '../audit/expire.ts'
import { type Head, headOf, seal } from '../audit/seal.ts'
import { auditWatch, type Watch } from '../audit/watch.ts'
import type { Db } from '../db/database.ts'

interface Parts {
  db: Db
  clock: () => Date
  /** The folder in which the ends of the chain are noted, outside of the database. */
  data: string
  /** How long it is known who saw what. */
  months: number
  tell: (words: string) => void
}

/** How often what was committed is sealed, what is too old is forgotten, and the end of the chain noted; in milliseconds. */
const sealing = 10_000
const expiring = 24 * 3_600_000
const noting = 3_600_000

/** Keeps the audit of a host. `stop` writes and seals what waits. */
export async function keepAudit({
  db,
  clock,
  data,
  months,
  tell,
}: Parts): Promise<{ watch: Watch; stop: () => Promise<void> }> {
  await beginAudit(db)
  const watch = auditWatch(db)
  let expiredAt = 0
  let notedAt = 0
  let noted = ''
  let under: Promise<void> | undefined

  const noteHead = (head: Head | null) => {
    if (!head || head.hash === noted) return
    noted = head.hash
    notedAt = clock().getTime()
    const words = `block ${head.block}, ${head.entries} entries, ${head.hash}`
    tell(`Audit sealed up to ${words}`)
    mkdirSync(data, { recursive: true })
    appendFileSync(join(data, 'audit-heads.txt'), `${head.at} ${words}\n`, { mode: 0o600 })
  }
  const round = async () => {
    if (clock().getTime() - expiredAt > expiring) {
      expiredAt = clock().getTime()
      await expire(db, clock(), months)
    }
    const head = await seal(db, clock)
    if (head && clock().getTime() - notedAt > noting) noteHead(head)
  }
  // One round at a time. What fails now is done with the next.
  const begin = () => {
    under ??= round()
      .catch((error) => tell(`The audit could not be sealed yet: ${(error as Error).message}`))
      .finally(() => {
        under = undefined
      })
    return under
  }
  const timer = setInterval(begin, sealing)
  return {
    watch,
    stop: async () => {
      clearInterval(timer)
      await watch.flush()
      await begin()
      await begin()
      noteHead(await headOf(db))
    },
  }
}
