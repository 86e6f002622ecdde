import { awardAid, declareAid } from '../../../src/contract/aid.ts'
import { listParticipations } from '../../../src/contract/participations.ts'
import { createService } from '../../../src/contract/services.ts'
import type { Call } from '../call.ts'
import type { Entered } from '../entry.ts'
import type { Bodies } from './bodies.ts'
import { companyId } from './enter-figures.ts'
import { declared, services, stand } from './support.ts'

const inEuros = (euros: number) => ({ minor: euros * 100, currency: 'EUR' })

/**
 * Enters services and aid: a stand for each company that was in Toulouse, then what others gave. The figures must have been
 * entered, and what is declared comes last: nothing can be awarded to who is over the ceiling.
 */
export async function enterSupport(call: Call, entered: Entered, bodies: Bodies): Promise<void> {
  for (const { to, market, worth, ...service } of services)
    await call(createService, {
      params: { id: companyId(bodies, to) },
      body: {
        ...service,
        clusterId: bodies.get(to)?.clusterId ?? null,
        marketId: market ? entered.id('markets', market) : null,
        value: worth ? inEuros(worth) : null,
      },
    })
  const query = { mission: entered.id('missions', 'euroRegionalMeeting'), side: 'home', limit: 200 } as const
  const { items } = await call(listParticipations, { query })
  const { euros, ...terms } = stand
  for (const { id, organisation, state } of items)
    if (state === 'attended')
      await call(awardAid, {
        params: { id: organisation.id },
        body: { ...terms, amount: inEuros(euros), participationId: id },
      })
  for (const [of, grantedOn, amount, note] of declared)
    await call(declareAid, {
      params: { id: companyId(bodies, of) },
      body: { grantedOn, amount: inEuros(amount), note },
    })
}
