import * as contract from '../contract/calendars.ts'
import type { CallInput } from '../contract/endpoint.ts'
import { call } from './client.ts'
import { reads, writes } from './options.ts'

export const calendars = {
  list: reads(contract.listFeeds),
  create: writes(contract.createFeed),
  revoke: writes(contract.revokeFeed),
}

/** What is dated, as an iCalendar file. */
export const downloadCalendarFile = (query: CallInput<typeof contract.downloadCalendar>['query']) =>
  call(contract.downloadCalendar, { query })
