import * as contract from '../../contract/workspace.ts'
import { route } from '../route.ts'
import { exportWorkspace } from './export.ts'
import { importFile } from './import.ts'
import { readWorkspace } from './read.ts'
import { reset } from './reset.ts'
import { readSample } from './sample/read.ts'
import { removeSample } from './sample/remove.ts'
import { changeSettings } from './update.ts'

export const workspaceRoutes = [
  route(contract.readWorkspace, (ctx) => readWorkspace(ctx)),
  route(contract.updateWorkspace, changeSettings),
  route(contract.resetWorkspace, reset),
  route(contract.exportWorkspace, (ctx) => exportWorkspace(ctx)),
  route(contract.importWorkspace, importFile),
  route(contract.readSample, readSample),
  route(contract.removeSample, removeSample),
]
