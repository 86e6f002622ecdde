import * as contract from '../../contract/imports.ts'
import { route } from '../route.ts'
import { applyRows } from './apply.ts'
import { createImport, rememberedMapping, removeImport } from './create.ts'
import { decideRows } from './decide.ts'
import { listImportsOf, listRows, readImport } from './queries.ts'
import { revertImport } from './revert.ts'
import { sendRows } from './send.ts'

export const importRoutes = [
  route(contract.listImports, (ctx, { query }) => listImportsOf(ctx, query)),
  route(contract.readImport, (ctx, { params }) => readImport(ctx, params.id)),
  route(contract.createImport, createImport),
  route(contract.readImportMapping, rememberedMapping),
  route(contract.sendImportRows, sendRows),
  route(contract.listImportRows, (ctx, { params, query }) => listRows(ctx, params.id, query)),
  route(contract.decideImportRows, decideRows),
  route(contract.applyImport, applyRows),
  route(contract.revertImport, revertImport),
  route(contract.removeImport, removeImport),
]
