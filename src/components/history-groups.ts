import type { TFunction } from 'i18next'
import type { ChangeSet } from '../contract/history.ts'
import type { Format } from '../i18n/format.ts'
import { verbWords } from './verb-words.ts'

/** What is entered one by one when a record is filled, and tells little taken alone. */
const details = ['statements.create', 'sources.cite'] as const
type Detail = (typeof details)[number]
const isDetail = ({ verb }: ChangeSet) => (details as readonly string[]).includes(verb)

const fewest = 3
/** Milliseconds between two entries of one sitting, at most. */
const sitting = 60_000

/**
 * Change sets as they are told, newest first: the details that one person entered in a row for one record, and the
 * record itself where that began it, make one group; everything else stands alone.
 */
export function groupChangeSets(sets: readonly ChangeSet[]): ChangeSet[][] {
  const runs: ChangeSet[][] = []
  for (const set of sets) {
    const run = runs.at(-1)
    const newer = run?.at(-1)
    if (run && newer && belongs(set, newer)) run.push(set)
    else runs.push([set])
  }
  return runs.flatMap((run) => (run.length < fewest ? run.map((set) => [set]) : [run]))
}

function belongs(older: ChangeSet, newer: ChangeSet): boolean {
  return (
    isDetail(newer) &&
    (isDetail(older) || older.verb === `${older.noun}.create`) &&
    older.noun === newer.noun &&
    older.recordId === newer.recordId &&
    older.actor?.id === newer.actor?.id &&
    !older.undoneBy &&
    !newer.undoneBy &&
    Date.parse(newer.at) - Date.parse(older.at) <= sitting
  )
}

type T = TFunction<'history'>

const names: Record<Detail, 'group.statements' | 'group.sources'> = {
  'statements.create': 'group.statements',
  'sources.cite': 'group.sources',
}

/** What a group or a single entry is called: "Agreement added, with 11 statements and 2 sources". */
export function groupWords(group: readonly ChangeSet[], t: T, f: Format): string {
  const oldest = group.at(-1)
  if (!oldest) return ''
  if (group.length === 1) return verbWords(oldest.verb, t)
  const counted = details
    .map((verb) => ({ verb, count: group.filter((set) => set.verb === verb).length }))
    .filter(({ count }) => count > 0)
    .map(({ verb, count }) => t(names[verb], { count }))
  const what = f.list(counted)
  return isDetail(oldest)
    ? t('group.added', { what })
    : t('group.with', { lead: verbWords(oldest.verb, t), what })
}
