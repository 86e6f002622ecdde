import { listActors, readRights, readSession } from '../../contract/workspace.ts'
import { route } from '../route.ts'
import { listChoosableActors } from './actors.ts'
import { readOwnSession } from './read.ts'
import { readRightsOn } from './rights.ts'

export const sessionRoutes = [
  route(readSession, readOwnSession),
  route(listActors, listChoosableActors),
  route(readRights, readRightsOn),
]
