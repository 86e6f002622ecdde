import { sayHere } from '../../contract/live.ts'
import { route } from '../route.ts'
import { noteHere } from './here.ts'

export const liveRoutes = [route(sayHere, noteHere)]
