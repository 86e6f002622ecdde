import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../../components/use-write.ts'
import type { Grant } from '../../../../contract/grants.ts'
import type { FieldError } from '../../../../contract/problems.ts'
import { expenses } from '../../../../data/expenses.ts'
import { ApiProblem } from '../../../../data/failures.ts'
import { newId } from '../../../../data/new-id.ts'
import { toast } from '../../../../ui/toast.ts'
import { useDraft } from '../../../../ui/use-draft.ts'
import type { Known } from '../use-known.ts'
import {
  blankEntry,
  type Cell,
  type Entry,
  isBlank,
  nextAfter,
  toInput,
  type Wrongs,
  wrongsOf,
} from './entry.ts'
import { isTable, mostPasted, pastedRows } from './paste.ts'

/** So many rows go to the API at once. */
const bulk = 500

interface Draft {
  rows: Entry[]
}

/** What became of sending a row. */
interface Fate {
  /** Its wrongs are shown: it was sent, or pasted. */
  tried?: boolean
  busy?: boolean
  error?: unknown
}

/**
 * New rows of a grant's expenses, kept in this browser until each is entered. There is always one more to type into.
 * `suppliers` are the organisations seen so far, by name.
 */
export function useSheet(grant: Grant, day: string, known: Known, suppliers: ReadonlyMap<string, string>) {
  const { t } = useTranslation('expenses')
  const [initial] = useState<Draft>(() => ({ rows: [blankEntry(newId(), day, grant.currency)] }))
  const draft = useDraft<Draft>(`expense-sheet:${grant.id}`, initial)
  const [fates, setFates] = useState<Record<string, Fate>>({})
  /** Where the focus goes once the row is there. */
  const wanted = useRef<string | null>(null)
  /** The rows that are being saved. */
  const sent = useRef(new Set<string>())
  /** The row that was entered last. */
  const [last, setLast] = useState<Entry | null>(null)
  const create = useWrite(expenses.create, { message: ({ title }) => t('grid.enteredNamed', { title }) })
  const enter = useWrite(expenses.enter)
  const { rows } = draft.values
  const fate = (id: string, next: Fate) => setFates((current) => ({ ...current, [id]: next }))
  const change = (edit: (rows: Entry[]) => Entry[]) => draft.set((current) => ({ rows: edit(current.rows) }))
  const wrongs = (entry: Entry): Wrongs =>
    wrongsOf(entry, { lines: known.lineIds, payers: known.payerIds, several: known.severalLines })

  /** Takes rows away; one to type into is left, beginning where `after` was. */
  const take = (ids: ReadonlySet<string>, after: Entry | undefined) =>
    change((current) => {
      const left = current.filter(({ id }) => !ids.has(id))
      if (left.some(isBlank)) return left
      const next = after ? nextAfter(after, newId()) : blankEntry(newId(), day, grant.currency)
      wanted.current = next.id
      return [...left, next]
    })

  /** Which rows are on their way; also while what shows them has not been drawn yet. */
  const isOnItsWay = (id: string) => sent.current.has(id)

  /** The focus goes to the row below, or to a new one, while the one above is being saved. */
  const goOn = (from: Entry) =>
    change((current) => {
      const open = current.filter(({ id }) => !isOnItsWay(id))
      const at = current.findIndex(({ id }) => id === from.id)
      const next = current.slice(at + 1).find(({ id }) => !isOnItsWay(id)) ?? open.find(isBlank)
      const fresh = nextAfter(from, newId())
      wanted.current = next?.id ?? fresh.id
      return open.some(isBlank) ? current : [...current, fresh]
    })

  const enterOne = async (entry: Entry) => {
    if (isOnItsWay(entry.id)) return
    if (isBlank(entry) || Object.keys(wrongs(entry)).length > 0) return fate(entry.id, { tried: true })
    sent.current.add(entry.id)
    fate(entry.id, { busy: true })
    setLast(entry)
    goOn(entry)
    try {
      await create.mutateAsync({ body: toInput(entry, grant.id, suppliers) })
      change((current) => current.filter(({ id }) => id !== entry.id))
      fate(entry.id, {})
    } catch (error) {
      fate(entry.id, { tried: true, error })
    } finally {
      sent.current.delete(entry.id)
    }
  }

  const enterAll = async () => {
    const full = rows.filter((row) => !isBlank(row) && !isOnItsWay(row.id))
    const right = full.filter((row) => Object.keys(wrongs(row)).length === 0)
    for (const row of full) if (!right.includes(row)) fate(row.id, { tried: true })
    let entered = 0
    for (let from = 0; from < right.length; from += bulk) {
      const some = right.slice(from, from + bulk)
      for (const { id } of some) fate(id, { busy: true })
      try {
        const { reply } = await enter.mutateAsync({
          body: { rows: some.map((row) => toInput(row, grant.id, suppliers)) },
        })
        for (const { id, errors } of reply.problems) fate(id, { tried: true, error: problemOf(errors) })
        const done = new Set([...reply.entered, ...reply.already])
        entered += done.size
        take(done, some.at(-1))
      } catch (error) {
        for (const { id } of some) fate(id, { tried: true, error })
        break
      }
    }
    if (entered > 0) void toast({ message: t('grid.entered', { count: entered }) })
  }

  /** Rows pasted into a field take the place of the row that the field is in; true where the text was rows. */
  const paste = (text: string, at: Cell, entry: Entry): boolean => {
    if (!isTable(text)) return false
    const { rows: pasted, left } = pastedRows(text, { like: entry, at, words: known.words, newId })
    if (pasted.length === 0) return true
    change((current) => [
      ...current
        .flatMap((row) => (row.id === entry.id && isBlank(row) ? [] : [row]))
        .filter((row) => !isBlank(row)),
      ...pasted,
      blankEntry(newId(), day, grant.currency),
    ])
    setFates((current) => ({
      ...current,
      ...Object.fromEntries(pasted.map(({ id }) => [id, { tried: true }])),
    }))
    void toast({
      message:
        left > 0 ? t('grid.tooMany', { count: mostPasted }) : t('grid.pasted', { count: pasted.length }),
    })
    return true
  }

  return {
    rows,
    fates,
    wanted,
    wrongs,
    /** The row before one: that above it, or the one entered last. */
    above: (id: string) => rows[rows.findIndex((row) => row.id === id) - 1] ?? last,
    set: (id: string, patch: Partial<Entry>) =>
      change((current) => current.map((row) => (row.id === id ? { ...row, ...patch } : row))),
    /** Another row with what an entry or expense has; it gets the focus. */
    repeat: (entry: Entry) => {
      const copy = { ...entry, id: newId() }
      wanted.current = copy.id
      change((current) => [...current.filter((row) => !isBlank(row)), copy])
    },
    drop: (entry: Entry) => take(new Set([entry.id]), undefined),
    dropAll: () => {
      setFates({})
      draft.clear()
    },
    enterOne,
    enterAll,
    paste,
    busy: enter.isPending,
    restored: draft.restored,
  }
}
export type Sheet = ReturnType<typeof useSheet>

/** Problems of one row of several, as if it had been sent alone. */
const problemOf = (errors: FieldError[]) =>
  new ApiProblem({ type: 'about:blank', title: '', status: 422, code: 'invalid', errors })
