import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describe } from '../../../components/problem-sentence.ts'
import type { ImportRecord } from '../../../contract/imports.ts'
import { applyImport, imports, revertImport } from '../../../data/imports.ts'
import { makeStale } from '../../../data/stale.ts'
import { toast } from '../../../ui/toast.ts'

type Work = 'applying' | 'reverting'

/** Applies or reverts part by part, with how far it is; stopped between two parts, what is done stays. */
export function useRun(record: ImportRecord) {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  const [running, setRunning] = useState<{ work: Work; share: number } | null>(null)
  const [failure, setFailure] = useState<Error | null>(null)
  const stop = useRef<AbortController>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const run = async (work: Work) => {
    const way = new AbortController()
    stop.current = way
    setFailure(null)
    setRunning({ work, share: 0 })
    const go = work === 'applying' ? applyImport : revertImport
    try {
      const done = await go(client, record, {
        signal: way.signal,
        onProgress: (share) => setRunning({ work, share }),
      })
      client.setQueryData(imports.read({ params: { id: record.id } }).queryKey, done)
      if (way.signal.aborted) void toast({ message: t('review.stopped') })
    } catch (error) {
      setFailure(error as Error)
      void toast({ tone: 'failed', message: await describe(error as Error) })
      // What was done before it failed is done.
      makeStale(client)
    }
    setRunning(null)
  }
  return { running, failure, run, stop: () => stop.current?.abort() }
}
