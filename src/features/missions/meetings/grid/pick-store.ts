import { create } from 'zustand'

/** A cell of the grid: the slot's position and the table's. */
export interface Cell {
  slot: number
  table: number
}

interface Pick {
  /** The meeting that is being moved, by pointer or by keyboard. */
  picked: string | null
  /** The cell that it is over: what would happen there is said before it is dropped. */
  over: Cell | null
  pick: (meeting: string) => void
  hover: (cell: Cell | null) => void
  drop: () => void
}

/** What is being moved across the grid. Kept out of the components, so that moving the pointer draws nothing anew. */
export const usePick = create<Pick>((set, get) => ({
  picked: null,
  over: null,
  pick: (picked) => set({ picked, over: null }),
  hover: (over) => {
    const now = get().over
    if (now?.slot !== over?.slot || now?.table !== over?.table) set({ over })
  },
  drop: () => set({ picked: null, over: null }),
}))
