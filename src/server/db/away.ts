/** A database that can't be reached for a while: restarted, failed over to another, cut off. */

/** SQLSTATEs that say so: class 08, shut down, starting up, too many connections, and one that may no longer be written to. */
const states = /^(?:08...|57P0[123]|53300|25006)$/
/** Node's words for a connection that did not come about, or broke. */
const codes =
  /^(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
/** The driver's own, which have no code. */
const words =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/

/** Whether the database was away, so that the same may succeed when it is tried again. What came before it is looked at too. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (states.test(code) || codes.test(code) || words.test(error.message)) return true
  if (error instanceof AggregateError && error.errors.some(isAway)) return true
  return error.cause !== undefined && isAway(error.cause)
}

/** Whether a statement was ended because it took longer than it may. */
export const tookTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '57014'

/** Pauses before each further try, in milliseconds: long enough for a database that restarts, short enough for who waits. */
const pauses = [50, 150, 300, 600, 900, 1000, 1000]
/** No further try is begun later than this, in milliseconds. */
const longest = 5000

/** Does it again, after ever longer pauses, where `may` says of what went wrong that it may succeed then. */
export async function persistently<T>(
  work: () => Promise<T>,
  may: (error: unknown) => boolean = isAway,
): Promise<T> {
  const from = performance.now()
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const pause = pauses[attempt]
      if (pause === undefined || !may(error) || performance.now() - from > longest) throw error
      // Those that were thrown back together should not come again together.
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())))
    }
  }
}
