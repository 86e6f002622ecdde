import { useTranslation } from 'react-i18next'
import { useMatch, useOutletContext, useSearchParams } from 'react-router'
import type * as z from 'zod'
import { useReason } from '../../components/problem-sentence.ts'
import { useScope } from '../../components/scope.ts'
import type { RecordEditing } from '../../components/text-fact.tsx'
import { useRecord } from '../../components/use-record.ts'
import { useWrite } from '../../components/use-write.ts'
import type { Grant, grantPatch } from '../../contract/grants.ts'
import { byId } from '../../contract/primitives.ts'
import { grants } from '../../data/grants.ts'

/** The grant, seen from the screen's day. Undefined while it is being loaded, and while its id is not known. */
export function useGrant(id: string | undefined): Grant | undefined {
  const { asOf } = useScope()
  const options = grants.read({ params: { id: id ?? '' }, query: asOf ? { asOf } : undefined })
  return useRecord({ ...options, enabled: id !== undefined })
}

/** The grant whose page a tab stands on. */
export const useTabGrant = () => useOutletContext<Grant>()

/** The grant that a dialog is about: the one the address names, or that of the page below. */
export function useDialogGrantId(): string | null {
  const page = useMatch('/grants/:id/*')
  const [params] = useSearchParams()
  const id = params.get('grant') ?? page?.params.id
  return byId.safeParse({ id }).success ? (id ?? null) : null
}

/** The as-of day for a request about one grant; of the scope nothing else bears on it. */
export function useDayQuery(): { asOf: string } | undefined {
  const { asOf } = useScope()
  return asOf ? { asOf } : undefined
}

export type GrantPatch = z.input<typeof grantPatch>
export type GrantEditing = RecordEditing<GrantPatch>

/** How the parts of a grant's page save what is edited in place. */
export function useGrantEditing(grant: Grant): GrantEditing {
  const { t } = useTranslation('grants')
  const reason = useReason()
  const update = useWrite(grants.update, { message: () => t('changed') })
  const { id, version, deletedAt } = grant
  return {
    version,
    reason: reason(deletedAt ? { code: 'record_in_bin' } : null),
    save: (body, over) => update.mutateAsync({ params: { id }, body, version: over }),
  }
}
