import { agreementRecords } from '../../src/contract/agreements.ts'
import { allianceRecords } from '../../src/contract/alliances.ts'
import type { CallInput, Endpoint, Reply } from '../../src/contract/endpoint.ts'
import { marketRecords } from '../../src/contract/markets.ts'
import { missionRecords } from '../../src/contract/missions.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { inviteParticipants, type Participation } from '../../src/contract/participations.ts'
import { personRecords } from '../../src/contract/people.ts'
import type { TestApi } from './api.ts'

type BodyOf<E extends Endpoint> = CallInput<E> extends { body: infer B } ? Partial<B> : never

type Invitee = BodyOf<typeof inviteParticipants> extends { invitees?: readonly (infer I)[] } ? I : never

/** A number of its own for every made record, so that no two collide by name. */
let made = 0

/**
 * Factories over the API: each adds a record with the fewest fields that make sense, its parents included, and gives
 * the resource. Fields given replace those made up.
 */
export function makers(api: TestApi) {
  async function organisation(
    fields: BodyOf<typeof organisationRecords.create> = {},
  ): Promise<Reply<typeof organisationRecords.create>> {
    const body = { name: `Organisation ${++made}`, kinds: ['cluster' as const], ...fields }
    return api.call(organisationRecords.create, { body })
  }

  /** A person; `at` is an organisation's id where the person holds a post. */
  async function person({
    at,
    ...fields
  }: BodyOf<typeof personRecords.create> & { at?: string } = {}): Promise<
    Reply<typeof personRecords.create>
  > {
    const posts = at ? [{ organisationId: at, title: 'President' }] : []
    const body = { givenName: 'Ada', familyName: `Person ${++made}`, posts, ...fields }
    return api.call(personRecords.create, { body })
  }

  /** An alliance; its members are made up (two clusters) unless given. */
  async function alliance(
    fields: BodyOf<typeof allianceRecords.create> = {},
  ): Promise<Reply<typeof allianceRecords.create>> {
    const members =
      fields.members ??
      [(await organisation()).id, (await organisation()).id].map((id) => ({ organisationId: id }))
    const body = { name: `Alliance ${++made}`, ...fields, members }
    return api.call(allianceRecords.create, { body })
  }

  /** A market. Countries are unique among markets: made up from AA on unless given. */
  async function market(
    fields: BodyOf<typeof marketRecords.create> = {},
  ): Promise<Reply<typeof marketRecords.create>> {
    const number = ++made
    const letter = (n: number) => String.fromCharCode(65 + (n % 26))
    const country = letter(Math.floor(number / 26)) + letter(number)
    const body = { name: `Market ${number}`, country, timeZone: 'Asia/Tokyo', ...fields }
    return api.call(marketRecords.create, { body })
  }

  /** An agreement between a home cluster and a partner, made up unless `parties` are given. */
  async function agreement(
    fields: BodyOf<typeof agreementRecords.create> = {},
  ): Promise<Reply<typeof agreementRecords.create>> {
    const parties = fields.parties ?? [
      { organisationId: (await organisation()).id, side: 'home' as const },
      { organisationId: (await organisation({ kinds: ['partner'] })).id, side: 'partner' as const },
    ]
    const body = { title: `Agreement ${++made}`, type: 'mou' as const, ...fields, parties }
    return api.call(agreementRecords.create, { body })
  }

  async function mission(
    fields: BodyOf<typeof missionRecords.create> = {},
  ): Promise<Reply<typeof missionRecords.create>> {
    const body = { title: `Mission ${++made}`, kind: 'business_mission' as const, ...fields }
    return api.call(missionRecords.create, { body })
  }

  /** Somebody in a mission (one made up unless given): a new company that a new cluster brings, unless they are given. */
  async function participation({
    missionId,
    side = 'home',
    state,
    since,
    reason,
    ...invitee
  }: Partial<Invitee> & {
    missionId?: string
    side?: Participation['side']
    state?: Participation['state']
    since?: string
    reason?: string
  } = {}): Promise<Participation> {
    const organisationId = invitee.organisationId ?? (await organisation({ kinds: ['company'] })).id
    const clusterId = invitee.clusterId ?? (side === 'home' ? (await organisation()).id : null)
    const { items } = await api.call(inviteParticipants, {
      params: { id: missionId ?? (await mission()).id },
      body: { side, state, since, reason, invitees: [{ ...invitee, organisationId, clusterId }] },
    })
    const [entered] = items
    if (!entered) throw new Error('It takes part already')
    return entered
  }

  return { organisation, person, alliance, market, agreement, mission, participation }
}
