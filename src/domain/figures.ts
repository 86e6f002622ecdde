/**
 * The figures of a cluster, a market or an alliance, and the measures of the matrix: which list each one opens, narrowed by
 * what. A figure is the count of that list in the same scope and as of the same day.
 */

/** Lists by the operation of the API that gives them. */
export const openedLists = [
  'agreements.list',
  'missions.list',
  'companies.list',
  'served.companies',
  'served.records',
  'grants.list',
  'expenses.list',
  'tasks.list',
] as const
export type OpenedList = (typeof openedLists)[number]

/** A list and what it is narrowed by, beyond scope and day. */
export interface Opened {
  list: OpenedList
  query: Record<string, string>
}

const open = (list: OpenedList, query: Record<string, string> = {}): Opened => ({ list, query })

/** Small and medium-sized ones, as lists ask for them. */
const sme = 'micro,small,medium'
/** By these a company counts as served. */
const serving = 'mission,service,aid'
/** What was paid, whatever the funder said of it. */
const paid = 'paid,claimed,reimbursed,rejected'

/** By whom a figure is read: in the order in which a page tells them. */
export const figureLists = {
  open: open('agreements.list', { status: 'prospect,negotiation,drafting' }),
  overdue: open('agreements.list', { overdue: 'true' }),
  unstarted: open('agreements.list', { status: 'signed' }),
  inForce: open('agreements.list', { status: 'active,expiring' }),
  expiring: open('agreements.list', { status: 'expiring' }),
  ended: open('agreements.list', { status: 'expired,renewed,abandoned,terminated' }),
  toCome: open('missions.list', { status: 'idea,planned,preparing' }),
  running: open('missions.list', { status: 'running' }),
  held: open('missions.list', { status: 'follow_up,closed' }),
  cancelled: open('missions.list', { status: 'cancelled' }),
  companies: open('companies.list'),
  smes: open('companies.list', { status: sme }),
  served: open('served.companies', { kind: serving }),
  smesServed: open('served.companies', { kind: serving, status: sme }),
  notServed: open('companies.list', { served: 'false' }),
  participations: open('served.records', { kind: 'mission' }),
  services: open('served.records', { kind: 'service' }),
  aids: open('served.records', { kind: 'aid' }),
  meetings: open('served.records', { kind: 'meeting', once: 'true' }),
  useful: open('served.records', { kind: 'meeting', once: 'true', useful: 'true' }),
  outcomes: open('served.records', { kind: 'outcome', once: 'true' }),
  grants: open('grants.list'),
  planned: open('expenses.list', { state: 'planned' }),
  committed: open('expenses.list', { state: 'committed' }),
  paid: open('expenses.list', { state: paid }),
  tasks: open('tasks.list', { state: 'open' }),
} as const satisfies Record<string, Opened>
export type FigureName = keyof typeof figureLists
export const figureNames = Object.keys(figureLists) as FigureName[]

export const measures = ['agreements', 'missions', 'smes', 'meetings', 'outcomes', 'money'] as const
export type Measure = (typeof measures)[number]

/**
 * The list behind a measure, in a calendar year or in all of them: agreements signed in it, missions that touch it and were
 * not cancelled, SMEs, meetings and outcomes by the day of the record, money by the day it was paid.
 */
export function listOfMeasure(measure: Measure, year?: number): Opened {
  const own: Record<string, string> = year === undefined ? {} : { year: String(year) }
  const days: Record<string, string> =
    year === undefined ? {} : { from: `${fourDigits(year)}-01-01`, to: `${fourDigits(year)}-12-31` }
  switch (measure) {
    case 'agreements':
      return open('agreements.list', own)
    case 'missions':
      return open('missions.list', { status: 'idea,planned,preparing,running,follow_up,closed', ...days })
    case 'smes':
      return open('served.companies', { kind: serving, status: sme, ...own })
    case 'meetings':
      return open('served.records', { kind: 'meeting', once: 'true', ...own })
    case 'outcomes':
      return open('served.records', { kind: 'outcome', once: 'true', ...own })
    case 'money':
      return open('expenses.list', { state: paid, ...days })
  }
}

const fourDigits = (year: number) => String(year).padStart(4, '0')
