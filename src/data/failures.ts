import type { Problem, ProblemCode } from '../contract/problems.ts'

/** The API refused, and said why. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail ?? problem.title}`)
    this.problem = problem
  }
  get code(): ProblemCode {
    return this.problem.code
  }
  get status(): number {
    return this.problem.status
  }
}

/** Whether the API says that there is no such record (any more). */
export const saysGone = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'not_found'

/**
 * No answer came. A read can be repeated at will; a write may have been done, so it is repeated with the same
 * idempotency key.
 */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
  constructor(cause?: unknown) {
    super('No answer from the API', { cause })
  }
}

/** The answer is not what the contract says: app and API are of different versions, or something stands between. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer'
}
