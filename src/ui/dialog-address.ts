import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

const key = 'dialog'
type DialogParams = Record<string, string>

/**
 * A dialog that is an address: `?dialog=sign&party=…`. Opening adds an entry to the history, so "back" closes it; a
 * link or a reload brings it back.
 */
export function useDialogAddress(name: string, paramNames: readonly string[] = []) {
  const [params, setParams] = useSearchParams()
  const opened = params.get(key) === name
  const open = useCallback(
    (values: DialogParams = {}) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          next.set(key, name)
          for (const [param, value] of Object.entries(values)) next.set(param, value)
          return next
        },
        { preventScrollReset: true },
      ),
    [setParams, name],
  )
  const close = useCallback(
    () =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          for (const param of [key, ...paramNames]) next.delete(param)
          return next
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams, paramNames],
  )
  const param = (param: string) => params.get(param)
  return { opened, open, close, param }
}
