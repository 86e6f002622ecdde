import type { Task } from '../../contract/dossier.ts'
import type { BinItem, ChangeSet } from '../../contract/history.ts'
import type { MissionResults } from '../../contract/outcomes.ts'
import type { Overview, SearchHit } from '../../contract/overview.ts'
import type { Pin } from '../../contract/pins.ts'
import type { Breakdown, Matrix, View } from '../../contract/views.ts'
import type { Context } from '../context.ts'
import { may } from './authorise.ts'
import { hiddenFrom } from './check-read.ts'

type LeaveOut = (reply: never, ctx: Context, query: Record<string, unknown>) => unknown

const withoutContacts: LeaveOut = (person: { email: string | null; phone?: string | null }, { actor }) =>
  may(actor, 'contacts.read')
    ? person
    : { ...person, email: null, ...('phone' in person ? { phone: null } : {}) }

const withoutMoney: LeaveOut = (view: View, { actor }) =>
  may(actor, 'budgets.read')
    ? view
    : { ...view, money: { ...view.money, planned: [], committed: [], paid: [] }, budget: [] }

const nothing = { count: 0, sums: [] }

/** Items about records that the reader may see. */
const seen =
  <T>(nounOf: (item: T) => string | null): LeaveOut =>
  (reply: { items: T[] }, ctx) => {
    const { nouns } = hiddenFrom(ctx)
    return { ...reply, items: reply.items.filter((item) => !nouns.has(nounOf(item) ?? '')) }
  }

/** What of an answer is left out for whom: the one place where fields are kept from somebody who may read the rest. */
const leftOut: Record<string, LeaveOut> = {
  'people.read': withoutContacts,
  'people.list': (reply: { items: never[] }, ctx, query) => ({
    ...reply,
    items: reply.items.map((row) => withoutContacts(row, ctx, query)),
  }),
  'search.all': (reply: { items: SearchHit[] }, ctx) => ({
    items: reply.items.filter(
      ({ noun, of }) =>
        ((noun !== 'grants' && noun !== 'expenses' && noun !== 'reports') ||
          may(ctx.actor, 'budgets.read')) &&
        !hiddenFrom(ctx).nouns.has(of?.noun ?? ''),
    ),
  }),
  'pins.list': seen<Pin>(({ noun }) => noun),
  'bin.list': seen<BinItem>(({ noun }) => noun),
  'tasks.list': seen<Task>(({ about }) => about?.noun ?? null),
  'history.list': (reply: { items: ChangeSet[] }, ctx) => ({
    ...reply,
    items: reply.items.filter((set) => isOpen(set, ctx)),
  }),
  'markets.view': withoutMoney,
  'clusters.view': withoutMoney,
  'alliances.view': withoutMoney,
  'overview.read': (overview: Overview, { actor }) => {
    if (may(actor, 'budgets.read')) return overview
    const needs = overview.needs.filter(({ noun }) => noun !== 'grants' && noun !== 'expenses')
    const timeline = overview.timeline.filter(({ noun }) => noun !== 'claims')
    return {
      ...overview,
      needs,
      timeline,
      needCount: overview.needCount - (overview.needs.length - needs.length),
    }
  },
  'missions.results': (reply: MissionResults, { actor }) =>
    may(actor, 'budgets.read') ? reply : { ...reply, costs: { sums: [], count: 0 } },
  'figures.breakdown': (breakdown: Breakdown, { actor }) => {
    if (may(actor, 'budgets.read')) return breakdown
    const rows = breakdown.rows.map((row) => ({ ...row, money: nothing }))
    return { ...breakdown, rows, total: { ...breakdown.total, money: nothing } }
  },
  'figures.matrix': (matrix: Matrix, { actor }, query) => {
    if (may(actor, 'budgets.read') || query.measure !== 'money') return matrix
    const bare = <T>(rows: readonly T[]) => rows.map((row) => ({ ...row, total: nothing }))
    return {
      ...matrix,
      clusters: bare(matrix.clusters),
      markets: bare(matrix.markets),
      cells: [],
      total: nothing,
    }
  },
}

/** A change set whose rows are all of what the reader may see. */
function isOpen({ noun, changes }: ChangeSet, ctx: Context): boolean {
  const { nouns, tables } = hiddenFrom(ctx)
  return (
    !nouns.has(noun ?? '') &&
    changes.every(({ table, before, after }) => {
      const about = (after ?? before)?.noun
      return !tables.has(table) && !nouns.has(table) && !(typeof about === 'string' && nouns.has(about))
    })
  )
}

/** The answer as this actor may have it. */
export function asSeenBy(ctx: Context, operation: string, reply: unknown, query: unknown): unknown {
  const leaveOut = ctx.actor.appointments ? leftOut[operation] : undefined
  return leaveOut ? leaveOut(reply as never, ctx, (query ?? {}) as Record<string, unknown>) : reply
}
