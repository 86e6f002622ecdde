import type * as z from 'zod'
import type { Agreement, signatureInput } from '../../contract/agreements.ts'
import type { FieldError } from '../../contract/problems.ts'
import {
  joinsAfter,
  type SignatureWarning,
  signatureFacts,
  warningsFor,
} from '../../domain/signature-warnings.ts'
import { localIn } from '../../domain/time-zone.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

type Asked = z.output<typeof signatureInput>
type Signed = Pick<Agreement, 'alliance' | 'parties' | 'ends'>

/**
 * What is odd about each signature, with the reason for which it was let pass, as kept with it. A 422 names what has
 * no reason yet. A refusal binds nobody, so nothing is asked of its date.
 */
export async function acceptedWarnings(
  ctx: Context,
  agreement: Signed,
  signatures: readonly Asked[],
): Promise<{ warning: SignatureWarning; reason: string }[][]> {
  const memberships = await membershipsOf(ctx, agreement)
  const errors: FieldError[] = []
  const kept = signatures.map((asked, n) => {
    if (asked.decision === 'refused') return []
    const party = agreement.parties.find((candidate) => candidate.id === asked.partyId)
    const today = localIn(ctx.now.getTime(), asked.timeZone ?? 'UTC').date
    const facts = signatureFacts(agreement, memberships, { ...asked, today })
    return warningsFor(facts).flatMap((warning) => {
      const reason = asked.accepted.find((accepted) => accepted.warning === warning)?.reason
      if (reason) return { warning, reason }
      errors.push({
        path: `signatures.${n}`,
        code: warning,
        message: warning.replaceAll('_', ' '),
        params: {
          party: party?.organisation.name ?? '',
          on: asked.signedOn,
          ...(warning === 'signed_before_joining' && { joined: joinsAfter(facts) ?? '' }),
        },
      })
      return []
    })
  })
  if (errors.length > 0)
    throw new Failure('reason_required', 'Say why the signature is right all the same', { errors })
  return kept
}

async function membershipsOf(ctx: Context, { alliance, parties }: Signed) {
  if (!alliance || parties.length === 0) return []
  return ctx.db
    .selectFrom('alliance_members')
    .select(['organisation_id as organisationId', 'from_date as from', 'to_date as to'])
    .where('alliance_id', '=', alliance.id)
    .where(
      'organisation_id',
      'in',
      parties.map((party) => party.organisation.id),
    )
    .execute()
}
