import * as contract from '../../contract/audit.ts'
import { route } from '../route.ts'
import { listEntries } from './list.ts'

// What is seldom asked for is loaded then: a browser's worker should not carry it.
export const auditRoutes = [
  route(contract.listAudit, listEntries),
  route(contract.verifyAudit, async (ctx, { query }) => {
    const [{ seal }, { verify }] = await Promise.all([import('./seal.ts'), import('./verify.ts')])
    // What waits is sealed first, so that it is checked too.
    await seal(ctx.db, () => ctx.now)
    return verify(ctx.db, query.anchor)
  }),
  route(contract.exportAudit, async (ctx, input) => (await import('./export.ts')).exportEntries(ctx, input)),
]
