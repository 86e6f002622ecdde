import { readWorkspace, updateWorkspace } from '../../contract/workspace.ts'
import { route } from '../route.ts'
import { readWorkspace as read } from './read.ts'
import { changeSettings } from './update.ts'

export const workspaceRoutes = [
  route(readWorkspace, (ctx) => read(ctx)),
  route(updateWorkspace, changeSettings),
]
