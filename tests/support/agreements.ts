import {
  type Agreement,
  abandonAgreement,
  moveAgreement,
  removeSignature,
  renewAgreement,
  reopenAgreement,
  type SignInput,
  signAgreement,
  terminateAgreement,
} from '../../src/contract/agreements.ts'
import type { CallInput } from '../../src/contract/endpoint.ts'
import type { CallOptions, TestApi } from './api.ts'

/** All parties of an agreement, signing on one day. */
export const all = (agreement: Agreement, signedOn: string): SignInput => ({
  signatures: agreement.parties.map((party) => ({ partyId: party.id, signedOn })),
})

/** What can be done to an agreement, each verb as seen by somebody who holds it as given; gives it as it is then. */
export function agreementVerbs(api: TestApi) {
  const on = ({ id, version }: Agreement) => ({ params: { id }, seen: { version } })
  return {
    sign: (agreement: Agreement, how: SignInput | string, options?: CallOptions) => {
      const { params, seen } = on(agreement)
      const body = typeof how === 'string' ? all(agreement, how) : how
      return api.call(signAgreement, { params, body }, { ...seen, ...options })
    },
    unsign: (agreement: Agreement, signatureId: string) => {
      const { params, seen } = on(agreement)
      return api.call(removeSignature, { params: { ...params, signatureId } }, seen)
    },
    move: (agreement: Agreement, stage: Agreement['stage'], since?: string) => {
      const { params, seen } = on(agreement)
      return api.call(moveAgreement, { params, body: { stage, since } }, seen)
    },
    abandon: (agreement: Agreement, day: string, reason = 'No budget') => {
      const { params, seen } = on(agreement)
      return api.call(abandonAgreement, { params, body: { on: day, reason } }, seen)
    },
    reopen: (agreement: Agreement) => {
      const { params, seen } = on(agreement)
      return api.call(reopenAgreement, { params }, seen)
    },
    terminate: (agreement: Agreement, day: string, reason = 'Merged') => {
      const { params, seen } = on(agreement)
      return api.call(terminateAgreement, { params, body: { on: day, reason } }, seen)
    },
    renew: (agreement: Agreement, fields: Partial<CallInput<typeof renewAgreement>['body']> = {}) => {
      const { params, seen } = on(agreement)
      return api.call(renewAgreement, { params, body: { title: 'Renewal', ...fields } }, seen)
    },
  }
}
