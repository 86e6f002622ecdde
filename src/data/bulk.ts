import * as contract from '../contract/bulk.ts'
import type { CallInput } from '../contract/endpoint.ts'
import { call } from './client.ts'
import { writes } from './options.ts'

export const bulk = { apply: writes(contract.applyBulk) }

/** What an edit would do to some records. */
export const previewBulk = (body: CallInput<typeof contract.previewBulk>['body'], signal: AbortSignal) =>
  call(contract.previewBulk, { body }, { signal })
