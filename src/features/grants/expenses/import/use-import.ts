import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../../components/use-write.ts'
import type { Reply } from '../../../../contract/endpoint.ts'
import type { enterExpenses } from '../../../../contract/expenses.ts'
import type { Grant } from '../../../../contract/grants.ts'
import { expenses } from '../../../../data/expenses.ts'
import { organisations } from '../../../../data/organisations.ts'
import { useDraft } from '../../../../ui/use-draft.ts'
import { type Cell, type Entry, toInput, type Wrongs, wrongsOf } from '../sheet/entry.ts'
import type { Known } from '../use-known.ts'
import { alikeOf, type Doubts, doubtsOf, mixesMarks } from './doubts.ts'
import type { ImportRow } from './read-rows.ts'

/** As many rows are entered in one transaction; more are imported in parts. */
export const mostRows = 2000

interface Draft {
  rows: ImportRow[]
  /** Where they are from: the file's name, or nothing where they were pasted. */
  source: string
}
const empty: Draft = { rows: [], source: '' }

/** What a dry run said of each row as it was then. */
interface Trial {
  reply: Reply<typeof enterExpenses>
  entries: ReadonlyMap<string, Entry>
}

export interface Finding {
  wrongs: Wrongs
  doubts: Doubts
  /** What the API has against it. */
  problem: { path: string; code: string }[]
  /** It is there already, from an earlier import. */
  already: boolean
}

/** Rows of a file on their way to a grant's expenses, kept in this browser until they are entered or thrown away. */
export function useImport(grant: Grant, known: Known) {
  const { t } = useTranslation('expense-import')
  const draft = useDraft<Draft>(`expense-import:${grant.id}`, empty)
  const { rows, source } = draft.values
  const suppliers = useSuppliersNamed(rows)
  const [trial, setTrial] = useState<Trial | null>(null)
  const findings = useMemo(() => findingsOf(rows, grant, known, trial), [rows, grant, known, trial])
  const isBlocked = ({ entry, accepted }: ImportRow) => {
    const found = findings.get(entry.id)
    if (!found || found.already) return false
    const wrong = Object.keys(found.wrongs).length > 0 || found.problem.length > 0
    return wrong || (!accepted && Object.keys(found.doubts).length > 0)
  }
  const counts = countsOf(rows, findings)
  const tried =
    trial !== null &&
    rows.length === trial.entries.size &&
    rows.every(({ entry }) => trial.entries.get(entry.id) === entry)
  const dry = useWrite(expenses.enter)
  const enter = useWrite(expenses.enter, { message: (reply) => t('done', { count: reply.entered.length }) })
  const send = async (dryRun: boolean) => {
    const body = {
      rows: rows.map(({ entry }) => toInput(entry, grant.id, suppliers)),
      dryRun,
      mode: 'all' as const,
    }
    const { reply } = await (dryRun ? dry : enter).mutateAsync({ body })
    setTrial({ reply, entries: new Map(rows.map(({ entry }) => [entry.id, entry])) })
    return reply
  }
  const change = (edit: (current: ImportRow[]) => ImportRow[]) =>
    draft.set((current) => ({ rows: edit(current.rows) }))
  return {
    rows,
    source,
    findings,
    suppliers,
    counts,
    isBlocked,
    ready: rows.length > 0 && !rows.some(isBlocked),
    mixed: useMemo(() => mixesMarks(rows.map(({ entry }) => entry.amount)), [rows]),
    restored: draft.restored,
    /** The dry run of just these rows; null where something has changed since. */
    trial: tried ? trial.reply : null,
    begin: (found: ImportRow[], from: string) => {
      setTrial(null)
      draft.set({ rows: found.slice(0, mostRows), source: from })
    },
    set: (id: string, patch: Partial<Entry>) =>
      change((current) =>
        current.map((row) =>
          row.entry.id === id ? { ...row, accepted: false, entry: { ...row.entry, ...patch } } : row,
        ),
      ),
    accept: (ids: ReadonlySet<string>, accepted: boolean) =>
      change((current) => current.map((row) => (ids.has(row.entry.id) ? { ...row, accepted } : row))),
    drop: (ids: ReadonlySet<string>) =>
      change((current) => current.filter(({ entry }) => !ids.has(entry.id))),
    clear: () => {
      setTrial(null)
      draft.clear()
    },
    send,
    error: dry.error ?? enter.error,
    busy: dry.isPending || enter.isPending,
  }
}
export type Import = ReturnType<typeof useImport>

function findingsOf(
  rows: readonly ImportRow[],
  grant: Grant,
  known: Known,
  trial: Trial | null,
): Map<string, Finding> {
  const already = new Set(trial?.reply.already)
  const alike = alikeOf(rows)
  const problems = new Map(trial?.reply.problems.map(({ id, errors }) => [id, errors]))
  return new Map(
    rows.map(({ entry }) => {
      // What the API said of a row holds as long as the row is what it was.
      const same = trial?.entries.get(entry.id) === entry
      const finding: Finding = {
        wrongs: wrongsOf(entry, {
          lines: known.lineIds,
          payers: known.payerIds,
          several: known.severalLines,
        }),
        doubts: { ...doubtsOf(entry, grant), ...alike.get(entry.id) },
        problem: same ? (problems.get(entry.id) ?? []) : [],
        already: already.has(entry.id),
      }
      return [entry.id, finding]
    }),
  )
}

function countsOf(rows: readonly ImportRow[], findings: ReadonlyMap<string, Finding>) {
  const counts = { rows: rows.length, wrong: 0, doubtful: 0, already: 0 }
  for (const { entry, accepted } of rows) {
    const found = findings.get(entry.id)
    if (!found) continue
    if (found.already) counts.already++
    else if (Object.keys(found.wrongs).length > 0 || found.problem.length > 0) counts.wrong++
    else if (!accepted && Object.keys(found.doubts).length > 0) counts.doubtful++
  }
  return counts
}

/** So many suppliers are looked up by name; the others keep their names without a record. */
const mostNames = 100

/** The organisations that suppliers' names are those of, in any case of letters. */
function useSuppliersNamed(rows: readonly ImportRow[]): ReadonlyMap<string, string> {
  const names = useMemo(
    () =>
      [...new Set(rows.map(({ entry }) => entry.supplier.trim()))]
        .filter((name) => name.length > 1 && name.length <= 200)
        .slice(0, mostNames),
    [rows],
  )
  return useQueries({
    queries: names.map((name) => organisations.page({ query: { q: name, limit: 5 } })),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }, n) => {
          const wanted = names[n]?.toLocaleLowerCase()
          const found = data?.items.find(({ name }) => name.toLocaleLowerCase() === wanted)
          return found && wanted ? [[wanted, found.id] as const] : []
        }),
      ),
  })
}

/** The cells that a finding is about. */
export const troubledCells = ({ wrongs, doubts }: Finding): Cell[] =>
  [...new Set([...Object.keys(wrongs), ...Object.keys(doubts)])] as Cell[]
