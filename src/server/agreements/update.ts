import type { Agreement, agreementRecords } from '../../contract/agreements.ts'
import type { VerbInput } from '../../contract/endpoint.ts'
import { mustBeRegionOf, mustNotEndBeforeStart, mustReferToLiving } from '../checks.ts'
import { Failure } from '../failure.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { readAgreement } from './queries.ts'
import { referencesOf, rowOf, storeLists, touchWith } from './store.ts'

type Patch = VerbInput<typeof agreementRecords.update>['body']

export const updateAgreement: Verb<typeof agreementRecords.update> = async (
  ctx,
  { params: { id }, body, ifMatch },
) => {
  await lockLiving(ctx, 'agreements', id, ifMatch)
  const held = await readAgreement(ctx, id)
  const { starts = held.starts, ends = held.ends, marketId = held.market?.id ?? null } = body
  if (body.starts !== undefined || body.ends !== undefined) mustNotEndBeforeStart(starts, ends)
  await mustReferToLiving(ctx, referencesOf(body), referredBy(held))
  mustKeepWhoDecided(held, body.parties)
  const row = rowOf(body)
  const otherMarket = marketId !== (held.market?.id ?? null)
  if (body.regionId && (otherMarket || body.regionId !== held.region?.id))
    await mustBeRegionOf(ctx, body.regionId, marketId)
  // The region of one market makes no sense in another.
  if (body.regionId === undefined && otherMarket) row.region_id = null
  await touchWith(ctx, id, row)
  await storeLists(ctx, id, body)
  return readAgreement(ctx, id)
}

/** A party that has signed or refused stays, and stays the same body: what it did is on record. */
function mustKeepWhoDecided(held: Agreement, parties: Patch['parties']): void {
  if (!parties) return
  for (const { id, organisation } of held.parties) {
    if (!held.signatures.some((signature) => signature.partyId === id)) continue
    if (parties.some((party) => party.id === id && party.organisationId === organisation.id)) continue
    throw new Failure(
      'party_has_signed',
      `${organisation.name} has signed or refused and can’t be taken away`,
      {
        params: { party: organisation.name },
        errors: [
          {
            path: 'parties',
            code: 'party_has_signed',
            message: `${organisation.name} has signed or refused`,
          },
        ],
      },
    )
  }
}

function referredBy(held: Agreement): ReadonlySet<string> {
  const owners = held.actions.flatMap((action) =>
    action.obligations.flatMap((obligation) => [obligation.ownerOrganisation, obligation.ownerPerson]),
  )
  const named = [
    held.alliance,
    held.market,
    held.negotiator,
    ...held.parties.map((party) => party.organisation),
    ...held.attendees.flatMap((attendee) => [attendee.person, attendee.organisation]),
    ...owners,
  ]
  return new Set(named.flatMap((record) => record?.id ?? []))
}
