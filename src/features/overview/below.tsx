import { Targets } from '../../components/indicator/targets.tsx'
import { Budgets } from './budgets.tsx'
import { Places } from './places.tsx'

/** What stands below the first screenful, each with requests of its own: where things happen, how far targets are, what is spent. */
export function Below() {
  return (
    <>
      <Places />
      <Targets />
      <Budgets />
    </>
  )
}
