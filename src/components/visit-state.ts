import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** How many steps the visit has. */
export const visitSteps = 5

interface VisitState {
  /** The step that is shown, from 0; null while the visit is not under way. */
  at: number | null
  /** Where it was left. */
  left: number
  /** Whether somebody has taken or declined it here: then it is not offered any more. */
  answered: boolean
  start: () => void
  resume: () => void
  go: (step: number) => void
  stop: () => void
  decline: () => void
}

/** The guided first visit, one per browser: never shown unasked, and gone on with where it was left. */
export const useVisit = create<VisitState>()(
  persist(
    (set, get) => ({
      at: null,
      left: 0,
      answered: false,
      start: () => set({ at: 0, left: 0, answered: true }),
      resume: () => set({ at: get().left, answered: true }),
      go: (step) => (step < visitSteps ? set({ at: step, left: step }) : set({ at: null, left: 0 })),
      stop: () => set({ at: null }),
      decline: () => set({ answered: true }),
    }),
    { name: 'corridor:visit' },
  ),
)
