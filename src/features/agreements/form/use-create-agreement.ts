import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { alliances } from '../../../data/alliances.ts'
import { type AgreementValues, inputOf } from './values.ts'

/**
 * Adds the agreement of a form; an alliance that was founded in the form gets the home parties as its members first.
 * `quiet`: nothing is said of it, as where the form goes on with it.
 */
export function useCreateAgreement(onDone: (added: Agreement) => void, { quiet = false } = {}) {
  const { t } = useTranslation('agreements')
  const client = useQueryClient()
  const fill = useWrite(alliances.update)
  const create = useWrite(agreements.create, {
    message: quiet ? undefined : ({ title }) => t('added', { title }),
    onDone,
  })

  const gather = async ({ alliance, founded, parties }: AgreementValues) => {
    if (!alliance || alliance.id !== founded) return
    const held = await client.fetchQuery(alliances.read({ params: { id: founded } }))
    const members = parties
      .filter(({ side }) => side === 'home')
      .map(({ organisation }) => ({ organisationId: organisation.id }))
    if (held.members.length > 0 || members.length === 0) return
    await fill.mutateAsync({ params: { id: founded }, body: { members }, version: held.version })
  }
  return {
    error: fill.error ?? create.error,
    busy: fill.isPending || create.isPending,
    submit: async (values: AgreementValues) => {
      try {
        await gather(values)
        await create.mutateAsync({ body: inputOf(values) })
      } catch {
        // The form shows what went wrong, and keeps what was typed.
      }
    },
  }
}
