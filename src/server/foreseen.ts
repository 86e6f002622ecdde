import { isAway, tookTooLong } from './db/away.ts'
import { failureOf } from './db/violations.ts'
import { Failure } from './failure.ts'

/** The failure that whatever was thrown while answering a request stands for; null where nobody foresaw it. */
export function foreseen(error: unknown): Failure | null {
  if (error instanceof Failure) return error
  if (isAway(error))
    return new Failure('unavailable', 'The database can’t be reached just now: send it again')
  if (tookTooLong(error)) return new Failure('took_too_long', 'It took longer than a statement may')
  return failureOf(error)
}
