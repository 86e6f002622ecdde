import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Touched } from './touched.ts'

/**
 * Numbers are given as rows are written and seen as they are committed: what was written up to this many places back may have
 * been committed later.
 */
const overlap = 20
/** How many at a time are read that were not heard of. */
const mostAtOnce = 300
const mostKnown = 2_000

interface Written {
  seq: number
  id: string
}

/** The history, as far as readers of this node have been told of it. */
export class Log {
  readonly #db: Db
  #position = 0
  #known = new Set<number>()
  constructor(db: Db) {
    this.#db = db
  }

  /** The number of the last change set that was told. */
  get position(): number {
    return this.#position
  }

  /** From here on, whatever was before: also where the workspace has become another, and so has its history. */
  async begin(): Promise<void> {
    const last = await this.#last()
    const rows = await this.#from(last - overlap)
    this.#known.clear()
    this.#position = last
    this.note(rows)
  }

  note(told: readonly Pick<Touched, 'seq'>[]): void {
    for (const { seq } of told) {
      this.#known.add(seq)
      this.#position = Math.max(this.#position, seq)
    }
    for (const seq of this.#known) {
      if (this.#known.size <= mostKnown) break
      this.#known.delete(seq)
    }
  }

  /** What was written and not yet told; "rewound" where the history is shorter than it was. */
  async look(): Promise<string[] | 'rewound'> {
    const rows = await this.#from(this.#position - overlap)
    const last = rows.at(-1)?.seq ?? (await this.#last())
    if (last < this.#position) {
      await this.begin()
      return 'rewound'
    }
    return rows.filter(({ seq }) => !this.#known.has(seq)).map(({ id }) => id)
  }

  /** Whether something was written after a position, or may have been. */
  async hasAfter(position: number): Promise<boolean> {
    const rows = await this.#from(position - overlap)
    const last = rows.at(-1)?.seq ?? (await this.#last())
    return last < position || rows.some(({ seq }) => seq > position || !this.#known.has(seq))
  }

  async hasSince(instant: Date): Promise<boolean> {
    const { rows } = await sql`
      select from (select at from change_sets order by seq desc limit 200) s
      where s.at >= ${instant.toISOString()} limit 1`.execute(this.#db)
    return rows.length > 0
  }

  #from(position: number): Promise<Written[]> {
    return this.#db
      .selectFrom('change_sets')
      .select(['seq', 'id'])
      .where('seq', '>', position)
      .orderBy('seq')
      .limit(mostAtOnce)
      .execute()
  }

  async #last(): Promise<number> {
    const last = await this.#db
      .selectFrom('change_sets')
      .select('seq')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    return last?.seq ?? 0
  }
}
