import { useMatch, useSearchParams } from 'react-router'
import { useScope } from '../../components/scope.ts'
import { useRecord } from '../../components/use-record.ts'
import type { Mission } from '../../contract/missions.ts'
import { byId } from '../../contract/primitives.ts'
import { missions } from '../../data/missions.ts'

/** The mission, seen from the screen's day. Undefined while it is being loaded, and while its id is not known. */
export function useMission(id: string | undefined): Mission | undefined {
  const { asOf } = useScope()
  const options = missions.read({ params: { id: id ?? '' }, query: asOf ? { asOf } : undefined })
  return useRecord({ ...options, enabled: id !== undefined })
}

/** The mission that a dialog is about: the one the address names, or that of the page below. */
export function useDialogMissionId(): string | null {
  const page = useMatch('/missions/:id/*')
  const [params] = useSearchParams()
  const id = params.get('mission') ?? page?.params.id
  return byId.safeParse({ id }).success ? (id ?? null) : null
}
