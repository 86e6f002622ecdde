import { loadSolver } from '../../src/data/schedule-solver.ts'
import { random } from '../../src/domain/schedule/random.ts'
import { type Solution, type SolveOptions, solve } from '../../src/domain/schedule/solve.ts'
import type { ScheduleProblem } from '../../src/domain/schedule/types.ts'
import { type FitFinding, willItFit } from '../../src/domain/schedule/will-it-fit.ts'
import { breaksOf, holds } from '../domain/schedule/support/verify.ts'
import { b2bInstances } from './b2b.ts'
import { ms, printTable, quantile } from './table.ts'

interface Run {
  last: Solution
  seconds: number
  /** Until the timetable was valid, until the value was within 1% of its bound, until the last break went. */
  feasible: number | null
  near: number | null
  settled: number
}

/** Milliseconds: by the clock on the wall, or, with the word "cpu", of processor time, for a machine that others use too. */
const byProcessor = process.argv.includes('cpu')
function now(): number {
  if (!byProcessor) return performance.now()
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const kind = byProcessor ? 'processor time' : 'wall time'

/** By the rules of the benchmark: all meetings placed, and the breaks of any two people no more than two apart. */
function valid(problem: ScheduleProblem, { missing, timetable }: Solution): boolean {
  if (missing.length > 0) return false
  const counted = problem.participants.map(({ id }) => breaksOf(problem, timetable, id))
  return Math.max(...counted) - Math.min(...counted) <= 2
}

/** Held up against the second opinion of the tests, which shares nothing with the product. */
function verified(problem: ScheduleProblem, found: Solution): boolean {
  const total = problem.participants.reduce((sum, { id }) => sum + breaksOf(problem, found.timetable, id), 0)
  return holds(problem, found.timetable) && valid(problem, found) && total === found.breaks
}

function run(problem: ScheduleProblem, options: Omit<SolveOptions, 'clock'>, enough: number | null): Run {
  const began = now()
  const since = () => (now() - began) / 1000
  const work = solve(problem, { clock: now, ...options })
  let feasible: number | null = null
  let near: number | null = null
  let settled = 0
  let breaks = Number.POSITIVE_INFINITY
  for (let step = work.next(); ; step = work.next()) {
    const found = step.value
    if (feasible === null && valid(problem, found)) feasible = since()
    if (found.value >= 0.99 * found.bound) near ??= since()
    if (found.breaks !== breaks) settled = since()
    breaks = found.breaks
    const goal = enough !== null && feasible !== null && breaks <= enough
    if (step.done || goal) return { last: found, seconds: since(), feasible, near, settled }
  }
}

function sentence(finding: FitFinding): string {
  if (finding.code === 'participant-over') {
    const { participant, meetings, freeSlots } = finding
    return `Participant ${participant} has ${meetings} meetings but ${freeSlots} free slots.`
  }
  return JSON.stringify(finding)
}

const seconds = (value: number | null) => (value === null ? 'never' : value.toFixed(2))

/** 60 companies, 120 counterparts, three days of twelve slots, 40 tables, 1,500 requests; some of the people's slots blocked. */
function large(blocked: number): ScheduleProblem {
  const dice = random(3)
  const pairs = new Set<string>()
  while (pairs.size < 1500) pairs.add(`s${dice.below(60)} c${dice.below(120)}`)
  const people = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${letter}${index}`,
      unavailable: Array.from({ length: 36 }, (_, slot) => slot).filter(() => dice.next() < blocked),
    }))
  return {
    slots: Array.from({ length: 36 }, (_, slot) => ({
      day: Math.floor(slot / 12),
      session: slot % 12 < 6 ? 'morning' : 'afternoon',
    })),
    tables: Array.from({ length: 40 }, (_, table) => ({ id: `t${table}` })),
    participants: [...people('s', 60), ...people('c', 120)],
    meetings: [...pairs].map((pair, index) => {
      const [a = '', b = ''] = pair.split(' ')
      return { id: `m${index}`, a, b, value: 1 + dice.below(5) }
    }),
  }
}

function benchOriginals(sat: SolveOptions['sat']) {
  const rows: string[][] = []
  for (const { name, problem, fewestBreaks } of b2bInstances) {
    if (fewestBreaks === null) continue
    const { last, seconds: all, feasible } = run(problem, { limit: 60_000, sat }, fewestBreaks)
    const good = verified(problem, last) ? 'yes' : 'NO'
    rows.push([name, String(last.breaks), String(fewestBreaks), seconds(all), seconds(feasible), good])
    console.log(`  ${rows.at(-1)!.join(' · ')}`)
  }
  const missed = rows.filter((row) => row[1] !== row[2]).length
  printTable(
    `B2B originals, stopped at the proven minimum of breaks or after 60 s of ${kind} (${missed} of ${rows.length} missed)`,
    ['instance', 'breaks', 'minimum', 'seconds', 'first feasible, s', 'verified'],
    rows,
  )
}

function benchVariants(sat: SolveOptions['sat']) {
  const feasible: string[][] = []
  const infeasible: string[][] = []
  for (const { name, problem, fewestBreaks } of b2bInstances) {
    if (fewestBreaks !== null) continue
    const began = now()
    const fit = willItFit(problem)
    if (fit.verdict === 'cannot') {
      infeasible.push([name, ms(now() - began), fit.findings.map(sentence).join(' ')])
      continue
    }
    const found = run(problem, { limit: 10_000, sat }, Number.POSITIVE_INFINITY)
    const good = verified(problem, found.last) ? 'yes' : 'NO'
    feasible.push([name, seconds(found.feasible), good])
    console.log(`  ${feasible.at(-1)!.join(' · ')}`)
  }
  printTable(
    `B2B variants that can be held: until every meeting has a place, fairly, at most 10 s of ${kind}`,
    ['instance', 'first feasible, s', 'verified'],
    feasible,
  )
  printTable('B2B variants that can not', ['instance', 'ms', 'reason'], infeasible)
}

function benchLarge() {
  const rows: string[][] = []
  for (const blocked of [0, 0.1, 0.3]) {
    const problem = large(blocked)
    const { last, near, seconds: all } = run(problem, { limit: 5000 }, null)
    const times = Array.from({ length: 50 }, () => {
      const began = now()
      willItFit(problem)
      return now() - began
    })
    rows.push([
      `${blocked * 100}%`,
      String(last.timetable.length),
      `${((100 * last.value) / last.bound).toFixed(2)}%`,
      seconds(near),
      seconds(all),
      String(last.breaks),
      ms(quantile(times, 0.5)),
      holds(problem, last.timetable) ? 'yes' : 'NO',
    ])
  }
  printTable(
    '60 companies × 120 counterparts, 36 slots, 40 tables, 1,500 requests worth 1 to 5',
    ['slots blocked', 'placed', 'of the bound', '99% after, s', 'seconds', 'breaks', 'meter, ms', 'verified'],
    rows,
  )
}

/** `npm run bench -- schedule`: the figures that the schedule has to reach, each timetable verified. */
export async function benchSchedule(): Promise<void> {
  const sat = await loadSolver()
  benchLarge()
  benchVariants(sat)
  benchOriginals(sat)
}
