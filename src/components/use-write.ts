import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import i18next from 'i18next'
import { useRef } from 'react'
import type { Endpoint, Reply } from '../contract/endpoint.ts'
import type { Answer } from '../data/client.ts'
import type { WriteInput } from '../data/options.ts'
import { toast } from '../ui/toast.ts'
import { describe } from './problem-sentence.ts'
import { undoChange } from './undo.ts'

interface Options<E extends Endpoint> {
  /** What the toast says when it is done; without it there is no toast. */
  message?: (reply: Reply<E>) => string
  onDone?: (reply: Reply<E>, changeSetId: string | null) => void
  /** A gesture shows its failure in a toast; a form shows `error` itself. */
  failure?: 'toast' | 'form'
}

/**
 * One write, ready to be called: `mutate(input)` or `await mutateAsync(input)`. When it is done a toast says so and
 * offers to undo it.
 */
export function useWrite<E extends Endpoint>(
  write: UseMutationOptions<Answer<E>, Error, WriteInput<E>>,
  { message, onDone, failure = 'form' }: Options<E> = {},
) {
  const told = useRef<string | null>(null)
  return useMutation({
    ...write,
    onSuccess: ({ reply, changeSetId, queued }, _input, _result, { client }) => {
      // Pressed twice before the button could be disabled: the API did it once, and it is told once.
      if (changeSetId && changeSetId === told.current) return
      told.current = changeSetId
      onDone?.(reply, changeSetId)
      if (queued) return void toast({ message: i18next.t('app:offline.kept') })
      if (!message) return
      const undo = changeSetId && {
        label: i18next.t('ui:toast.undo'),
        run: () => void undoChange(client, changeSetId),
      }
      void toast({ message: message(reply), action: undo || undefined })
    },
    onError: async (error) => {
      if (failure === 'toast') void toast({ tone: 'failed', message: await describe(error) })
    },
  })
}
