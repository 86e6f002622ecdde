import { listActors, readSession } from '../../contract/workspace.ts'
import { route } from '../route.ts'
import { listChoosableActors } from './actors.ts'
import { readOwnSession } from './read.ts'

export const sessionRoutes = [route(readSession, readOwnSession), route(listActors, listChoosableActors)]
