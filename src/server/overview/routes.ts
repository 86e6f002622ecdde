import { readCluster, readOverview, searchAll } from '../../contract/overview.ts'
import { route } from '../route.ts'
import { readTheCluster } from './cluster.ts'
import { readTheOverview } from './read.ts'
import { searchEverything } from './search.ts'

export const overviewRoutes = [
  route(readOverview, readTheOverview),
  route(searchAll, searchEverything),
  route(readCluster, readTheCluster),
]
