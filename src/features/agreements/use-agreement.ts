import { useMatch, useSearchParams } from 'react-router'
import { useScope } from '../../components/scope.ts'
import { useRecord } from '../../components/use-record.ts'
import { byId } from '../../contract/primitives.ts'
import { agreements } from '../../data/agreements.ts'
import type { CivilDate } from '../../domain/partial-date.ts'

/** One agreement as of a day; the default day's entry is the one that writes bring up to date. */
export const agreementAsOf = (id: string, asOf: CivilDate | undefined) =>
  agreements.read({ params: { id }, query: asOf ? { asOf } : undefined })

/** The agreement, seen from the screen's day. Undefined while it is being loaded. */
export function useAgreement(id: string) {
  const { asOf } = useScope()
  return useRecord(agreementAsOf(id, asOf))
}

/** The agreement that a dialog is about: the one the address names, or that of the page below. */
export function useDialogAgreementId(): string | null {
  const page = useMatch('/agreements/:id')
  const [params] = useSearchParams()
  const id = params.get('agreement') ?? page?.params.id
  return byId.safeParse({ id }).success ? (id ?? null) : null
}
