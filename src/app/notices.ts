import { create } from 'zustand'

/** What the frame tells across its top until it is put right or dismissed. */
export const noticeCodes = [
  'storage_full',
  'storage_evicted',
  'memory_only',
  'single_tab',
  'database_restarted',
  'database_too_new',
  'database_failed',
] as const
export type NoticeCode = (typeof noticeCodes)[number]

export interface Notice {
  code: NoticeCode
  /** True takes a notice away that no longer holds. */
  over?: boolean
}

interface Notices {
  shown: NoticeCode[]
  dismiss: (code: NoticeCode) => void
}

export const useNotices = create<Notices>()((set) => ({
  shown: [],
  dismiss: (code) => set((state) => ({ shown: state.shown.filter((other) => other !== code) })),
}))

const isNotice = (detail: unknown): detail is Notice =>
  typeof detail === 'object' &&
  detail !== null &&
  (noticeCodes as readonly unknown[]).includes((detail as Partial<Notice>).code)

function take({ code, over }: Notice): void {
  useNotices.setState((state) => {
    const others = state.shown.filter((other) => other !== code)
    return { shown: over ? others : [...others, code] }
  })
}

/** Listens to the browser host, by `corridor:notice` events: it may not import the app. */
export function listenForNotices(): void {
  addEventListener('corridor:notice', (event) => {
    const { detail } = event as CustomEvent<unknown>
    if (isNotice(detail)) take(detail)
  })
}
