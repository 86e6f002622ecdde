import { useMutation } from '@tanstack/react-query'
import { describe } from '../../../components/problem-sentence.ts'
import { toast } from '../../../ui/toast.ts'
import type { StepInput } from './steps.ts'
import type { MissionEditing } from './use-editing.ts'

/** Saves a checklist that was changed by a gesture; what goes wrong is said in a toast. */
export function useSaveSteps({ save, version }: MissionEditing): (steps: StepInput[]) => void {
  const { mutate } = useMutation({
    mutationFn: (steps: StepInput[]) => save({ steps }, version),
    onError: async (error) => toast({ tone: 'failed', message: await describe(error) }),
  })
  return mutate
}
