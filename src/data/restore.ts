import { agreementRecords } from '../contract/agreements.ts'
import { allianceRecords } from '../contract/alliances.ts'
import { restoreExpense } from '../contract/expenses.ts'
import { grantRecords } from '../contract/grants.ts'
import { indicatorRecords } from '../contract/indicators.ts'
import { marketRecords } from '../contract/markets.ts'
import { restoreMeeting } from '../contract/meetings.ts'
import { missionRecords } from '../contract/missions.ts'
import { organisationRecords } from '../contract/organisations.ts'
import { restoreParticipation } from '../contract/participations.ts'
import { personRecords } from '../contract/people.ts'
import type { RecordNoun } from '../contract/primitives.ts'
import { reportRecords } from '../contract/reports.ts'
import { writes } from './options.ts'

const restores = {
  organisations: writes(organisationRecords.restore),
  people: writes(personRecords.restore),
  alliances: writes(allianceRecords.restore),
  markets: writes(marketRecords.restore),
  agreements: writes(agreementRecords.restore),
  missions: writes(missionRecords.restore),
  participations: writes(restoreParticipation),
  meetings: writes(restoreMeeting),
  grants: writes(grantRecords.restore),
  expenses: writes(restoreExpense),
  indicators: writes(indicatorRecords.restore),
  reports: writes(reportRecords.restore),
}

/** The write that takes a record of this noun out of the bin. All take the id and give the record. */
export const restoreOf = (noun: RecordNoun) => restores[noun] as (typeof restores)['organisations']
