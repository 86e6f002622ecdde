import type { QueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { history } from '../data/history.ts'
import { toast } from '../ui/toast.ts'
import { describe } from './problem-sentence.ts'

/** Undoes a change, and says so or says why not. Undoing that again does it anew. */
export async function undoChange(client: QueryClient, changeSetId: string): Promise<void> {
  const mutation = client.getMutationCache().build(client, history.undo)
  try {
    const { reply } = await mutation.execute({ params: { id: changeSetId } })
    void toast({
      message: i18next.t('common:undone'),
      action: { label: i18next.t('common:redo'), run: () => void undoChange(client, reply.id) },
    })
  } catch (error) {
    void toast({ tone: 'failed', message: await describe(error) })
  }
}
