import { useCallback, useRef } from 'react'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface Draft {
  values: unknown
  at: number
  /** What the typing began from. */
  seen?: unknown
}

interface Drafts {
  drafts: Record<string, Draft>
  keep: (key: string, values: unknown, seen: unknown) => void
  drop: (key: string) => void
}

const maxAge = 30 * 86_400_000

/** What was typed in this tab: two tabs may have the same form open, and each goes on with its own. */
const typedHere = new Set<string>()

/** Forms begun and not saved, kept in this browser through reloads and lost connections. */
const useDrafts = create<Drafts>()(
  persist(
    (set) => ({
      drafts: {},
      keep: (key, values, seen) =>
        set(({ drafts }) => ({
          drafts: { ...drafts, [key]: { values, at: Date.now(), seen: drafts[key]?.seen ?? seen } },
        })),
      drop: (key) =>
        set(({ drafts }) => {
          const { [key]: _, ...others } = drafts
          return { drafts: others }
        }),
    }),
    {
      name: 'corridor.drafts',
      version: 1,
      partialize: ({ drafts }) => ({ drafts }),
      merge: (kept, current) => {
        const drafts = (kept as Partial<Drafts> | undefined)?.drafts ?? {}
        const fresh = Object.entries(drafts).filter(([, draft]) => Date.now() - draft.at < maxAge)
        const own = Object.entries(current.drafts).filter(([key]) => typedHere.has(key))
        return { ...current, drafts: Object.fromEntries([...fresh, ...own]) }
      },
    },
  ),
)

// Each tab writes all drafts at once, so what others keep or drop must be known here before the next letter is typed.
window.addEventListener('storage', ({ key }) => {
  if (key === useDrafts.persist.getOptions().name) void useDrafts.persist.rehydrate()
})

/** Whether something was typed there and not saved: the form opens by itself. */
export const hasDraft = (key: string): boolean => useDrafts.getState().drafts[key] !== undefined

/** The same, for what is shown beside the form: it follows each letter. */
export const useHasDraft = (key: string): boolean => useDrafts(({ drafts }) => drafts[key] !== undefined)

/** Whether something was typed in this tab, and not saved yet, in a form of the record with this id. */
export const useTypedHere = (id: string | undefined): boolean =>
  useDrafts(
    ({ drafts }) =>
      id !== undefined && Object.keys(drafts).some((key) => typedHere.has(key) && key.includes(id)),
  )

/** Takes all drafts away, as when the workspace is replaced. */
export function dropAllDrafts(): void {
  typedHere.clear()
  useDrafts.setState({ drafts: {} })
}

/**
 * The values of a form, kept until `clear`. Until something is typed they are `initial`, also when that changes.
 * `key` names the form and the record: "agreement-edit:<id>". `seen` is what the form goes over, such as the record's version.
 */
export function useDraft<V extends object, S = undefined>(key: string, initial: V, seen?: S) {
  const kept = useDrafts((state) => state.drafts[key]?.values) as Partial<V> | undefined
  const keptSeen = useDrafts((state) => state.drafts[key]?.seen) as S | undefined
  const restored = useRef(kept !== undefined)
  const values: V = kept ? { ...initial, ...kept } : initial
  const set = useCallback(
    (patch: Partial<V> | ((values: V) => Partial<V>)) => {
      const stored = useDrafts.getState().drafts[key]?.values as Partial<V> | undefined
      const current: V = { ...initial, ...stored }
      const change = typeof patch === 'function' ? patch(current) : patch
      typedHere.add(key)
      useDrafts.getState().keep(key, { ...current, ...change }, seen)
    },
    [key, initial, seen],
  )
  const clear = useCallback(() => {
    restored.current = false
    typedHere.delete(key)
    useDrafts.getState().drop(key)
  }, [key])
  return {
    values,
    set,
    /** Forget it: saved, or given up. */
    clear,
    isDirty: kept !== undefined,
    /** What was seen when the typing began, whatever has become of it since; until then, what is seen. */
    seen: keptSeen ?? seen,
    /** True where the form opened with what had been typed before. */
    restored: restored.current && kept !== undefined,
  }
}
