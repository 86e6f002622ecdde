import { useCallback, useEffect, useState } from 'react'
import { useDraft } from '../../../ui/use-draft.ts'
import { type Choices, draftKey, noChoices } from './choices.ts'
import { forgetFile, type KeptFile, keepFile, keptFile } from './kept-file.ts'
import { readBeside } from './read-beside.ts'
import type { TableRead } from './read-table.ts'

/** The file being imported, what was said about it, and what was read of it. `file` is undefined until that is known. */
export function useFile() {
  const draft = useDraft<Choices>(draftKey, noChoices)
  const [file, setFile] = useState<KeptFile | null | undefined>(undefined)
  const [read, setRead] = useState<TableRead | null>(null)
  const { encoding, separator } = draft.values
  useEffect(() => {
    let current = true
    void keptFile().then((kept) => current && setFile(kept))
    return () => {
      current = false
    }
  }, [])
  useEffect(() => {
    setRead(null)
    if (!file) return
    const stop = new AbortController()
    void readBeside(file.bytes, { encoding, separator }, stop.signal).then(
      (found) => !stop.signal.aborted && setRead(found),
      () => {},
    )
    return () => stop.abort()
  }, [file, encoding, separator])
  const { clear } = draft
  const choose = useCallback(
    (chosen: KeptFile) => {
      clear()
      setFile(chosen)
      void keepFile(chosen)
    },
    [clear],
  )
  const forget = useCallback(() => {
    clear()
    setFile(null)
    void forgetFile()
  }, [clear])
  return { file, read, choices: draft.values, set: draft.set, choose, forget }
}
