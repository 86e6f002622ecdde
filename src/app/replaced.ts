import { create } from 'zustand'

/** Whether the app has been replaced by a newer build since this page was loaded. */
export const useReplaced = create<boolean>()(() => false)
