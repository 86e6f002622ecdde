import { indicatorRecords } from '../../src/contract/indicators.ts'
import { reportRecords } from '../../src/contract/reports.ts'
import type { TestApi } from './api.ts'
import { wholeGrant } from './grant-whole.ts'
import { makers } from './make.ts'
import { wholeMission } from './mission-whole.ts'

/** A workspace with at least one record of each noun, by the addresses of their pages. `partner` is what a guest belongs to. */
export async function everyNoun(api: TestApi) {
  const make = makers(api)
  const partner = await make.organisation({ name: 'Kansai Council', kinds: ['partner'] })
  const company = await make.organisation({ name: 'Aldevron', kinds: ['company'], country: 'FR' })
  const whole = await wholeMission(api, { bodies: [{ organisationId: partner.id, role: 'host' }] })
  const { mission, cluster, market, companies, meetingId } = whole
  const alliance = await make.alliance()
  const agreement = await make.agreement({
    title: 'With Kansai',
    marketId: market.id,
    stage: 'drafting',
    parties: [
      { organisationId: cluster.id, side: 'home' },
      { organisationId: partner.id, side: 'partner' },
    ],
  })
  const person = await make.person({ familyName: 'Secretary', at: cluster.id })
  const funded = await wholeGrant(api, alliance.id)
  const indicator = await api.call(indicatorRecords.create, {
    body: { title: 'SMEs', measure: 'smes_served', allianceId: alliance.id, target: 16 },
  })
  const report = await api.call(reportRecords.create, {
    body: { title: 'Steering committee', kind: 'alliance', subjectId: alliance.id },
  })
  return {
    partner: partner.id,
    person: person.id,
    pages: {
      agreement: `/agreements/${agreement.id}`,
      mission: `/missions/${mission.id}`,
      participation: `/missions/participations/${companies[0].id}`,
      meeting: `/missions/meetings/${meetingId}`,
      company: `/companies/${company.id}`,
      cluster: `/clusters/${cluster.id}`,
      alliance: `/alliances/${alliance.id}`,
      market: `/markets/${market.id}`,
      partner: `/organisations/${partner.id}`,
      person: `/people/${person.id}`,
      grant: `/grants/${funded.grants}`,
      expense: `/grants/expenses/${funded.expenses}`,
      indicator: `/indicators/${indicator.id}`,
      report: `/reports/${report.id}`,
    },
  }
}
