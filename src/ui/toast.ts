/** A short word about something that was done or failed; it goes by itself. */
export interface Toast {
  message: string
  tone?: 'done' | 'failed'
  action?: { label: string; run: () => void }
}

/** How many are read at once; one more takes the place of the eldest. */
export const mostToasts = 2

/** Shows a toast. Its code is loaded with the first one. */
export async function toast(content: Toast): Promise<void> {
  const { showToast } = await import('./toasts.tsx')
  showToast(content)
}
