import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface LetterKeys {
  on: boolean
  set: (on: boolean) => void
}

/**
 * Whether keys without Ctrl or ⌘ do something anywhere on a page. Who speaks to the machine turns them off: a word said
 * is a row of letters (WCAG 2.2, 2.1.4).
 */
export const useLetterKeys = create<LetterKeys>()(
  persist((set) => ({ on: true, set: (on) => set({ on }) }), { name: 'corridor:letter-keys' }),
)
