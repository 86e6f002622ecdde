import { useState } from 'react'
import type { Participation } from '../../../../contract/participations.ts'
import { useFormat } from '../../../../i18n/format.ts'

type By = 'score' | 'organisation'

/**
 * The order of the rows: by score at first, then only anew when it is asked for, so that no row moves away under the hand that
 * fills it in. Who joins meanwhile comes last.
 */
export function useOrder(rows: readonly Participation[]) {
  const f = useFormat()
  const byName = (a: Participation, b: Participation) => f.compare(a.organisation.name, b.organisation.name)
  const byScore = (a: Participation, b: Participation) => (b.score ?? -1) - (a.score ?? -1) || byName(a, b)
  const idsIn = (by: By) => rows.toSorted(by === 'score' ? byScore : byName).map(({ id }) => id)
  const [order, setOrder] = useState<{ by: By; ids: string[] }>(() => ({ by: 'score', ids: idsIn('score') }))
  const placeOf = ({ id }: Participation) => {
    const place = order.ids.indexOf(id)
    return place === -1 ? order.ids.length : place
  }
  return {
    ordered: rows.toSorted((a, b) => placeOf(a) - placeOf(b)),
    by: order.by,
    sort: (by: By) => setOrder({ by, ids: idsIn(by) }),
  }
}
