import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

interface ActorChoice {
  /** The person the reader acts as, where the host lets them choose; `viewer` for looking only; null for its default. */
  actorId: string | null
  choose: (actorId: string | null) => void
}

/** Each tab has a choice of its own; a new one begins with the last that was made in this browser. */
const tabThenBrowser = createJSONStorage<Pick<ActorChoice, 'actorId'>>(() => {
  const [tab, browser] = [sessionStorage, localStorage]
  return {
    getItem: (name) => tab.getItem(name) ?? browser.getItem(name),
    setItem(name, value) {
      tab.setItem(name, value)
      browser.setItem(name, value)
    },
    removeItem(name) {
      tab.removeItem(name)
      browser.removeItem(name)
    },
  }
})

/** Who this tab's requests are made as (browser mode). */
export const useActorChoice = create<ActorChoice>()(
  persist((set) => ({ actorId: null, choose: (actorId) => set({ actorId }) }), {
    name: 'corridor.actor',
    storage: tabThenBrowser,
    partialize: ({ actorId }) => ({ actorId }),
  }),
)
