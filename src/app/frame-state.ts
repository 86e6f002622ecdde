import { create } from 'zustand'

interface FrameState {
  palette: boolean
  shortcuts: boolean
  help: boolean
  drawer: boolean
  createMenu: boolean
  set: (patch: Partial<Omit<FrameState, 'set'>>) => void
}

/** What is open in the frame and has no address of its own. */
export const useFrameState = create<FrameState>()((set) => ({
  palette: false,
  shortcuts: false,
  help: false,
  drawer: false,
  createMenu: false,
  set,
}))
