import type { DuplicatePair, listDuplicates as endpoint } from '../../contract/duplicates.ts'
import type { Context } from '../context.ts'
import { invalidField } from '../failure.ts'
import { readCursor, writeCursor } from '../list.ts'
import type { MergedNoun } from '../merge/plan.ts'
import type { Verb } from '../route.ts'
import { type Candidate, candidatesAfter } from './candidates.ts'
import { scored } from './score.ts'

/** Candidates scored at once, and how often at most before a page is given that is not full. */
const chunk = 200
const tries = 5

/** One page of likely pairs. What shares a key and is unlike all the same is passed over. */
export const listDuplicates: Verb<typeof endpoint> = async (ctx, { query: { noun, cursor, limit } }) => {
  const found: { pair: DuplicatePair; at: Candidate }[] = []
  let after = cursor === undefined ? null : positionIn(cursor, noun)
  let more = true
  for (let n = 0; more && n < tries && found.length <= limit; n++) {
    const candidates = await candidatesAfter(ctx, noun, after, chunk)
    more = candidates.length === chunk
    after = candidates.at(-1) ?? after
    found.push(...(await pairsOf(ctx, noun, candidates)))
  }
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1)?.at : more ? after : null
  return {
    items: shown.map(({ pair }) => pair),
    next: last ? writeCursor({ sort: noun, value: `${last.strength} ${last.a}`, id: last.b }) : null,
  }
}

async function pairsOf(ctx: Context, noun: MergedNoun, candidates: readonly Candidate[]) {
  const at = new Map(candidates.map((candidate) => [`${candidate.a} ${candidate.b}`, candidate]))
  return (await scored(ctx, noun, candidates)).flatMap((pair) => {
    const candidate = at.get(pair.id)
    return candidate ? [{ pair, at: candidate }] : []
  })
}

function positionIn(cursor: string, noun: MergedNoun): Candidate {
  const { value, id } = readCursor(cursor, noun)
  const [strength, a] = value.split(' ')
  if (!/^\d{1,6} [0-9a-f-]{36}$/.test(value) || !a)
    throw invalidField('cursor', 'cursor', 'Not a cursor of this list')
  return { a, b: id, strength: Number(strength) }
}
