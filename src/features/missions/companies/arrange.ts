import type { Participation } from '../../../contract/participations.ts'
import { participationStates } from '../../../domain/participation.ts'
import { groupBy } from '../../../ui/group-by.ts'
import { matches } from '../../../ui/matches.ts'
import type { CompanyView } from './use-company-view.ts'

/** Those shown together, under the cluster that they came from where that is how they are sorted. */
export interface CompanyGroup {
  key: string
  cluster: Participation['cluster']
  colour: string | null
  rows: Participation[]
}

type Compare = (a: string, b: string) => number
type Order = (a: Participation, b: Participation) => number

/** One side's companies as the view asks for them. Those on the waiting list stand in their turn. */
export function arranged(
  rows: readonly Participation[],
  { side, states, q, sort }: Pick<CompanyView, 'side' | 'states' | 'q' | 'sort'>,
  compare: Compare,
): CompanyGroup[] {
  const shown = rows.filter(
    (row) =>
      row.side === side &&
      (states.length === 0 || states.includes(row.state)) &&
      (q === '' || matches(searched(row), q)),
  )
  const byName: Order = (a, b) => compare(a.organisation.name, b.organisation.name)
  const byTurn: Order = (a, b) => (a.waiting ?? 0) - (b.waiting ?? 0)
  const byState: Order = (a, b) => participationStates.indexOf(a.state) - participationStates.indexOf(b.state)
  const order: Record<CompanyView['sort'], Order> = {
    cluster: (a, b) => byTurn(a, b) || byName(a, b),
    organisation: byName,
    state: (a, b) => byState(a, b) || byTurn(a, b) || byName(a, b),
    score: (a, b) => (b.score ?? -1) - (a.score ?? -1) || byName(a, b),
  }
  const sorted = shown.sort(order[sort])
  if (sort !== 'cluster') return [{ key: 'all', cluster: null, colour: null, rows: sorted }]
  return [...groupBy(sorted, ({ cluster }) => cluster?.id ?? '')]
    .map(([key, own]) => ({
      key,
      cluster: own[0]?.cluster ?? null,
      colour: own[0]?.clusterColour ?? null,
      rows: own,
    }))
    .sort(
      (a, b) =>
        Number(!a.cluster) - Number(!b.cluster) || compare(a.cluster?.name ?? '', b.cluster?.name ?? ''),
    )
}

/** All that a company is found by. */
const searched = ({ organisation, nativeName, town, themes, offers, seeks }: Participation) =>
  [organisation.name, nativeName, town, ...themes, ...offers, ...seeks].filter(Boolean).join(' ')
