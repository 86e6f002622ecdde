import type { Doing, Present } from '../../contract/live.ts'
import type { Actor, Sessions } from '../context.ts'

/** Tells those who listen what happens, as it does. Only a host that several people reach has one. */
export interface Live {
  /** A write was committed. */
  wrote(operation: string, changeSetId: string | undefined): void
  /** Notes where somebody's window is, and gives who else is there. */
  here(actor: Actor, said: { tab: string; recordId: string | null; doing: Doing }): Present[]
  /** The stream of one reader, or the problem why there is none. */
  open(request: Request, sessions: Sessions): Promise<Response>
  /** Ends every stream; readers are asked to come back in a moment, each in one of their own. */
  stop(): Promise<void>
}
