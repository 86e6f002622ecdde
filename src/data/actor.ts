import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface ActorChoice {
  /** The person the reader acts as, where the host lets them choose; `viewer` for looking only; null for its default. */
  actorId: string | null
  choose: (actorId: string | null) => void
}

/** Who the requests are made as (browser mode); kept in this browser. */
export const useActorChoice = create<ActorChoice>()(
  persist((set) => ({ actorId: null, choose: (actorId) => set({ actorId }) }), { name: 'corridor.actor' }),
)
