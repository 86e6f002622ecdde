import { useEffect, useState } from 'react'

/** False until the page has painted and the browser has time to spare; then true for good. */
let idle = false

export function useWhenIdle(): boolean {
  const [ready, setReady] = useState(idle)
  useEffect(() => {
    if (ready) return
    const done = () => {
      idle = true
      setReady(true)
    }
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(done, 400)
      return () => clearTimeout(timer)
    }
    const handle = requestIdleCallback(done, { timeout: 2000 })
    return () => cancelIdleCallback(handle)
  }, [ready])
  return ready
}
