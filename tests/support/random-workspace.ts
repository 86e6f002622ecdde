import { type Agreement, signAgreement } from '../../src/contract/agreements.ts'
import { createTask } from '../../src/contract/dossier.ts'
import { createMeetings, recordMeeting } from '../../src/contract/meetings.ts'
import { cancelMission } from '../../src/contract/missions.ts'
import { createOutcome } from '../../src/contract/outcomes.ts'
import { signatureWarnings } from '../../src/domain/signature-warnings.ts'
import { all } from './agreements.ts'
import type { TestApi } from './api.ts'
import { companyMakers } from './companies.ts'
import { funded } from './funded.ts'
import { makers } from './make.ts'

/** Numbers below one, the same for the same seed. */
export function dice(seed: number) {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(roll() * count)
  return {
    below,
    chance: (share: number) => roll() < share,
    one: <T>(of: readonly T[]): T => of[below(of.length)] as T,
    some: <T>(of: readonly T[], most: number): T[] => {
      const left = [...of]
      const count = Math.min(below(most + 1), left.length)
      return Array.from({ length: count }, () => left.splice(below(left.length), 1)[0] as T)
    },
    /** A day of 2006 to 2011. */
    day: () => new Date(Date.UTC(2006, 0, 1) + below(2190) * 86_400_000).toISOString().slice(0, 10),
  }
}
export type Dice = ReturnType<typeof dice>

const none = { id: null }

/** All parties sign on a day, however odd that day is. */
const signed = (agreement: Agreement, day: string) =>
  all(agreement, day).signatures.map((signature) => ({
    ...signature,
    accepted: signatureWarnings.map((warning) => ({ warning, reason: 'Known' })),
  }))

/**
 * A small workspace in which anything may go with anything: clusters in several alliances, agreements that no cluster
 * negotiates, missions without a market, records of no alliance, several currencies, dates in any order.
 */
export async function randomWorkspace(api: TestApi, seed: number) {
  const luck = dice(seed)
  const make = makers(api)
  const { company, service, award } = companyMakers(api)
  const { grant, budget, expense } = funded(api)
  const many = async <T>(count: number, add: (n: number) => Promise<T>) => {
    const all: T[] = []
    for (let n = 0; n < count; n++) all.push(await add(n))
    return all
  }
  const clusters = await many(4, () => make.organisation({ kinds: ['cluster'] }))
  const partners = await many(3, () => make.organisation({ kinds: ['partner', 'company'], country: 'JP' }))
  const alliances = await many(3, () =>
    make.alliance({
      members: luck.some(clusters, 4).map(({ id }) => ({ organisationId: id })),
    }),
  )
  const orNone = <T>(of: readonly T[]) => (luck.chance(0.25) ? none : luck.one(of)) as T | typeof none
  const markets = await many(3, () =>
    make.market({
      leads: luck
        .some(alliances, 2)
        .map(({ id }) => ({ allianceId: id, organisationId: orNone(clusters).id })),
    }),
  )
  const companies = await many(5, (n) => company({ years: n % 2 > 0 }))
  const about = () => ({ allianceId: orNone(alliances).id, marketId: orNone(markets).id })
  for (let n = 0; n < 6; n++) {
    const home = luck.some(clusters, 3).map(({ id }) => ({ organisationId: id, side: 'home' as const }))
    const [starts, target] = [luck.day(), luck.day()]
    const made = await make.agreement({
      ...about(),
      parties: [...home, { organisationId: luck.one(partners).id, side: 'partner' as const }],
      negotiatorId: orNone(clusters).id,
      starts: luck.chance(0.5) ? starts : null,
      ends: luck.chance(0.5) ? `${Number(starts.slice(0, 4)) + 1}` : null,
      targetSignature: luck.chance(0.5) ? target : null,
    })
    if (luck.chance(0.6))
      await api.call(
        signAgreement,
        { params: { id: made.id }, body: { signatures: signed(made, luck.day()) } },
        { version: made.version },
      )
  }
  const missions = await many(5, async () => {
    const starts = luck.day()
    const mission = await make.mission({
      ...about(),
      starts: luck.chance(0.8) ? starts : null,
      bodies: luck.some(clusters, 3).map(({ id }, n) => ({
        organisationId: id,
        role: n === 0 ? ('lead' as const) : ('participant' as const),
      })),
    })
    if (luck.chance(0.2))
      await api.call(
        cancelMission,
        { params: { id: mission.id }, body: { on: luck.day(), reason: 'No budget' } },
        { version: mission.version },
      )
    else await takePart(mission.id)
    return mission
  })
  async function takePart(missionId: string) {
    const came = await many(luck.below(3) + 1, (n) =>
      make
        .participation({
          missionId,
          organisationId: companies[(n + luck.below(2) * 3) % companies.length]?.id,
          clusterId: luck.one(clusters).id,
          state: luck.one(['attended', 'attended', 'invited', 'applied'] as const),
          since: luck.day(),
          reason: 'Known',
        })
        .catch(() => null),
    )
    const there = await make.participation({
      missionId,
      organisationId: luck.one(partners).id,
      side: 'partner',
      state: 'attended',
      since: '2006-01-01',
    })
    for (const one of came) {
      // As of the clock's day, only who has come can meet.
      if (one?.state !== 'attended' || luck.chance(0.3)) continue
      const { meetings } = await api.call(createMeetings, {
        params: { id: missionId },
        body: { pairs: [{ aId: one.id, bId: there.id }] },
      })
      const id = meetings.at(-1)?.id ?? ''
      if (luck.chance(0.7))
        await api.call(recordMeeting, {
          params: { id },
          body: { state: 'held', rating: luck.one(['informative', 'cooperation_possible', null] as const) },
        })
    }
    for (const currency of luck.some(['EUR', 'JPY', 'USD'], 2))
      await api.call(createOutcome, {
        params: { id: missionId },
        body: {
          kind: 'lead',
          title: 'Came of it',
          on: luck.chance(0.7) ? luck.day() : null,
          value: luck.chance(0.7) ? { minor: luck.below(1_000_000), currency } : null,
          companies: luck.some(companies, 3).map(({ id }) => id),
        },
      })
  }
  for (let n = 0; n < 4; n++) {
    const of = luck.one(companies).id
    await service(of, { clusterId: orNone(clusters).id, marketId: orNone(markets).id, starts: luck.day() })
    if (luck.chance(0.5)) await award(of, luck.day(), 100 + luck.below(100))
  }
  const grants = await many(2, async () => {
    const given = await grant({ allianceId: orNone(alliances).id, clusterId: orNone(clusters).id })
    const lines = Array.from({ length: 3 }, () => ({
      category: luck.one(['travel', 'personnel'] as const),
      minor: luck.below(1_000_000),
      ...(luck.chance(0.7) ? { clusterId: luck.one(clusters).id } : {}),
      ...(luck.chance(0.5) ? { marketId: luck.one(markets).id } : {}),
    }))
    return { ...given, lines: (await budget(given, lines)).lines }
  })
  for (let n = 0; n < 10; n++) {
    const { id, lines } = luck.one(grants)
    const days = luck.one([
      { plannedOn: luck.day(), paidOn: null },
      { committedOn: luck.day(), paidOn: null },
      { paidOn: luck.day() },
    ])
    await expense(id, {
      ...days,
      ...(luck.chance(0.7) ? { lineId: luck.one(lines).id } : {}),
      payerId: orNone(clusters).id,
      beneficiaryId: orNone(clusters).id,
      missionId: orNone(missions).id,
      vatMinor: luck.chance(0.5) ? 1_000 : null,
      vatRecoverable: luck.chance(0.5),
      amount: { minor: 10_000 + luck.below(100_000), currency: 'EUR' },
    })
  }
  // Borne by no grant, in another currency.
  await expense('', {
    shares: [],
    payerId: luck.one(clusters).id,
    missionId: luck.one(missions).id,
    amount: { minor: 5_000, currency: 'JPY' },
  })
  for (let n = 0; n < 4; n++)
    await api.call(createTask, {
      body: {
        title: 'Follow up',
        ...luck.one([
          { noun: 'missions' as const, recordId: luck.one(missions).id },
          { noun: 'organisations' as const, recordId: luck.one(clusters).id },
          { clusterId: luck.one(clusters).id },
        ]),
      },
    })
  return { luck, clusters, alliances, markets }
}
