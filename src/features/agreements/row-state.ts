import type { AgreementRow } from '../../contract/agreements.ts'
import type { AgreementState } from '../../domain/agreement.ts'

/**
 * What legality looks at, of a list's row. A row tells how many parties have signed, not which: while the agreement is
 * unsigned, all stand as unsigned here, which answers every question but "may this one party sign?".
 */
export function stateOfRow(row: AgreementRow): AgreementState {
  return {
    abandonedOn: row.abandonedOn,
    terminatedOn: row.terminatedOn,
    signedOn: row.signedOn,
    parties: row.parties.map(({ id }) => ({ id, signedOn: row.signedOn })),
    renewedBy: null,
    deletedAt: null,
  }
}
