import { Refused } from './api.ts'

/** What a call is refused with; throws where it is not refused. */
export async function refusal(work: Promise<unknown>): Promise<Refused> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof Refused) return error
  throw error ?? new Error('Nothing was refused')
}
