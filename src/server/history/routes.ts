import { listBin, listHistory, undoChange } from '../../contract/history.ts'
import { route } from '../route.ts'
import { listDeleted } from './bin.ts'
import { listChanges } from './list.ts'
import { undo } from './undo.ts'

export const historyRoutes = [
  route(listHistory, listChanges),
  route(undoChange, undo),
  route(listBin, listDeleted),
]
