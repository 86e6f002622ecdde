import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describe } from '../../../../components/problem-sentence.ts'
import { ApiProblem } from '../../../../data/failures.ts'
import { participations } from '../../../../data/participations.ts'
import { toast } from '../../../../ui/toast.ts'

/** What was toggled: by participation, by slot, whether it is away. */
export type Absences = Record<string, Record<string, boolean>>

const attempts = 3

interface Options {
  /** Meetings that stand in slots of an absence go off the grid. */
  unschedule: boolean
}

/**
 * Saves who is away when, one participation after the other. Only the slots toggled are changed: where somebody else
 * changed the same participation meanwhile, theirs is read anew and the toggles are laid over it.
 */
export function useSaveAbsences() {
  const { t } = useTranslation('meetings')
  const client = useQueryClient()
  const update = useMutation(participations.update)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  async function one(id: string, toggles: Record<string, boolean>, { unschedule }: Options): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const held = await client.fetchQuery({ ...participations.read({ params: { id } }), staleTime: 0 })
      const away = new Set(held.unavailable)
      for (const [slot, isAway] of Object.entries(toggles)) isAway ? away.add(slot) : away.delete(slot)
      try {
        await update.mutateAsync({
          params: { id },
          body: { unavailable: [...away], unschedule },
          version: held.version,
        })
        return
      } catch (error) {
        const stale = error instanceof ApiProblem && error.code === 'version_stale'
        if (!stale || attempt === attempts) throw error
      }
    }
  }

  /**
   * `onLeft` hears what is still to be saved after each: null in the end. Gives whether meetings stand in the way that
   * `unschedule` has to take off the grid first; they have been read anew then.
   */
  async function save(
    absences: Absences,
    options: Options,
    onLeft: (left: Absences | null) => void,
  ): Promise<boolean> {
    setBusy(true)
    setFailed(null)
    let left: Absences = absences
    try {
      for (const [id, toggles] of Object.entries(absences)) {
        await one(id, toggles, options)
        const { [id]: _, ...others } = left
        left = others
        onLeft(Object.keys(left).length > 0 ? left : null)
      }
      await client.invalidateQueries({ queryKey: ['meetings'] })
      void toast({ message: t('setup.absencesSaved', { count: Object.keys(absences).length }) })
    } catch (error) {
      setFailed(await describe(error))
      if (error instanceof ApiProblem && error.code === 'unschedules_meetings') {
        await client.invalidateQueries({ queryKey: ['meetings'] })
        return true
      }
    } finally {
      setBusy(false)
    }
    return false
  }
  return { save, busy, failed }
}
