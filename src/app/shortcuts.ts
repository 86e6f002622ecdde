import { useEffect, useRef } from 'react'
import { useScopedNavigate } from '../components/scope.ts'
import { useLetterKeys } from '../ui/letter-keys.ts'
import { useFrameState } from './frame-state.ts'
import { navItems } from './nav-items.ts'

/** Keys are for moving only while nobody is typing and no dialog or menu is open. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  const typing = target?.closest('input, textarea, select, [contenteditable], [role=combobox]')
  return Boolean(typing || document.querySelector('[role=dialog], [role=menu]'))
}

/** The keys that work everywhere: Ctrl/⌘ K, F1, `?`, `n`, `g` with a letter. */
export function useShortcuts(): void {
  const navigate = useScopedNavigate()
  const going = useRef(0)
  useEffect(() => {
    const { set } = useFrameState.getState()
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        set({ palette: !useFrameState.getState().palette })
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      // Not a letter: it helps who is typing too.
      if (event.key === 'F1') {
        event.preventDefault()
        set({ help: true })
        return
      }
      if (!useLetterKeys.getState().on || isTaken(event)) return
      const place = Date.now() - going.current < 1200 && navItems.find(({ key }) => key === event.key)
      going.current = event.key === 'g' ? Date.now() : 0
      if (place) void navigate(place.path)
      else if (event.key === '?') set({ shortcuts: true })
      else if (event.key === 'n') set({ createMenu: true })
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [navigate])
}
