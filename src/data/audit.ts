import * as contract from '../contract/audit.ts'
import type { CallInput } from '../contract/endpoint.ts'
import { call } from './client.ts'
import { lists } from './options.ts'

/** Who saw or changed what. */
export const audit = { list: lists(contract.listAudit) }

/** Whether the chain holds. Asked for, never kept. */
export const verifyAudit = () => call(contract.verifyAudit, {})

/** What the filters find, as a file. */
export const exportAudit = (query: CallInput<typeof contract.exportAudit>['query']) =>
  call(contract.exportAudit, { query })
