import { newId } from './new-id.ts'

/** What this window is called towards the API, until it is loaded anew. */
export const tab: string = newId()
