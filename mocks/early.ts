/** Loaded beside the app, before it: starts the database's worker while the app's own code is still on its way. */
import { workerLink } from './worker-link.ts'

workerLink()
