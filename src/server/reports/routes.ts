import * as contract from '../../contract/reports.ts'
import { moveToBin, takeFromBin } from '../record.ts'
import { route } from '../route.ts'
import { compareTheRuns } from './compare.ts'
import { listReports } from './list.ts'
import { readReport } from './queries.ts'
import { readTheRun, recordsOfRun, runTheReport } from './runs.ts'
import { createReport, updateReport } from './write.ts'

const { list, read, create, update, remove, restore } = contract.reportRecords

export const reportRoutes = [
  route(list, (ctx, { query }) => listReports(ctx, query)),
  route(read, (ctx, { params }) => readReport(ctx, params.id)),
  route(create, createReport),
  route(update, updateReport),
  route(remove, async (ctx, { params, ifMatch }) => {
    await moveToBin(ctx, 'reports', params.id, ifMatch)
    return readReport(ctx, params.id)
  }),
  route(restore, async (ctx, { params }) => {
    await takeFromBin(ctx, 'reports', params.id)
    return readReport(ctx, params.id)
  }),
  route(contract.runReport, runTheReport),
  route(contract.readRun, readTheRun),
  route(contract.listRunRecords, recordsOfRun),
  route(contract.compareRuns, compareTheRuns),
]
