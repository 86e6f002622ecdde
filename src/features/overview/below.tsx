import { Budgets } from './budgets.tsx'
import { Places } from './places.tsx'

/** What stands below the first screenful, each with a request of its own: where things happen, and what is spent. */
export function Below() {
  return (
    <>
      <Places />
      <Budgets />
    </>
  )
}
