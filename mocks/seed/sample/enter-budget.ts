import {
  adoptVersion,
  type Budget,
  beginVersion,
  makeTransfer,
  storeLines,
} from '../../../src/contract/budget.ts'
import { grantRecords } from '../../../src/contract/grants.ts'
import type { Call } from '../call.ts'
import type { Entered } from '../entry.ts'
import type { SampleFunding, SampleLine } from './funding.ts'

/** The lines of a grant by their names in the sample. */
export type EnteredLines = ReadonlyMap<string, { id: string; line: SampleLine }>

/** Enters an invented budget with its versions and transfers. */
export async function enterBudget(
  call: Call,
  entered: Entered,
  id: string,
  { adopted, lines, amendments, transfers }: SampleFunding,
): Promise<EnteredLines> {
  const params = { id }
  const keys = Object.keys(lines)
  let budget = await adopt(call, id, await begin(call, id, 'Initial budget'), adopted, (before) => [
    ...before,
    ...Object.values(lines).map((line) => lineInput(entered, line)),
  ])
  const held = budget.lines.map((line, n) => [keys[n] ?? '', line.id] as const)
  for (const { title, adopted: on, changes } of amendments) {
    const minorOf = new Map(held.map(([key, lineId]) => [lineId, changes[key]]))
    budget = await adopt(call, id, await begin(call, id, title), on, (before) =>
      before.map((line) => ({ ...line, minor: minorOf.get(line.id ?? '') ?? line.minor })),
    )
  }
  const ids = new Map(held)
  for (const { from, to, minor, on, reason } of transfers)
    budget = await call(
      makeTransfer,
      { params, body: { fromLineId: ids.get(from) ?? '', toLineId: ids.get(to) ?? '', minor, on, reason } },
      budget.version,
    )
  return new Map(Object.entries(lines).map(([key, line]) => [key, { id: ids.get(key) ?? '', line }]))
}

type LineInput = ReturnType<typeof lineInput>

const lineInput = (
  { id }: Entered,
  { name, category, of, market, mission, workPackage, minor }: SampleLine,
) => ({
  id: undefined as string | undefined,
  name,
  category,
  clusterId: id('organisations', of),
  marketId: market ? id('markets', market) : null,
  missionId: mission ? id('missions', mission) : null,
  workPackage: workPackage ?? null,
  minor,
})

async function begin(call: Call, id: string, title: string): Promise<Budget> {
  const { version } = await call(grantRecords.read, { params: { id } })
  return call(beginVersion, { params: { id }, body: { title } }, version)
}

/** Fills the version just begun with lines made from those that it began with, and adopts it. */
async function adopt(
  call: Call,
  id: string,
  begun: Budget,
  on: string,
  change: (before: LineInput[]) => LineInput[],
): Promise<Budget> {
  const version = begun.versions.at(-1)?.id ?? ''
  const params = { id, versionId: version }
  const before = begun.lines.map((line) => ({
    id: line.id as string | undefined,
    name: line.name ?? '',
    category: line.category as SampleLine['category'],
    clusterId: line.cluster?.id ?? '',
    marketId: line.market?.id ?? null,
    missionId: line.mission?.id ?? null,
    workPackage: line.workPackage,
    minor: line.amounts.find(({ versionId }) => versionId === version)?.minor ?? 0,
  }))
  const stored = await call(storeLines, { params, body: { lines: change(before) } }, begun.version)
  return call(adoptVersion, { params, body: { on } }, stored.version)
}
