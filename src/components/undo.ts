import type { QueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { history } from '../data/history.ts'
import { toast } from '../ui/toast.ts'
import { describe } from './problem-sentence.ts'

/** Undoes a change, and says so or says why not. Undoing that again does it anew: `again`. */
export async function undoChange(client: QueryClient, changeSetId: string, again = false): Promise<void> {
  const mutation = client.getMutationCache().build(client, history.undo)
  try {
    const { reply } = await mutation.execute({ params: { id: changeSetId } })
    sayUndone(client, reply.id, again)
  } catch (error) {
    void toast({ tone: 'failed', message: await describe(error) })
  }
}

/** Undoes what one gesture changed in several records, the last first; stops at one that can't be undone and says why. */
export async function undoChanges(client: QueryClient, changeSetIds: readonly string[]): Promise<void> {
  const undone: string[] = []
  try {
    for (const id of changeSetIds.toReversed()) {
      const mutation = client.getMutationCache().build(client, history.undo)
      const { reply } = await mutation.execute({ params: { id } })
      undone.push(reply.id)
    }
    void toast({
      message: i18next.t('common:undoneAll', { count: undone.length }),
      action: { label: i18next.t('common:redo'), run: () => void undoChanges(client, undone) },
    })
  } catch (error) {
    const some = undone.length > 0 && `${i18next.t('common:undoneAll', { count: undone.length })} `
    void toast({ tone: 'failed', message: `${some || ''}${await describe(error)}` })
  }
}

/** Says that a change was undone, or done `again`, by the change set given, and offers the opposite. */
export function sayUndone(client: QueryClient, changeSetId: string, again: boolean): void {
  void toast({
    message: i18next.t(again ? 'common:redone' : 'common:undone'),
    action: {
      label: i18next.t(again ? 'ui:toast.undo' : 'common:redo'),
      run: () => void undoChange(client, changeSetId, !again),
    },
  })
}
