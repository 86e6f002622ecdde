import { ApiProblem } from '../data/failures.ts'

/**
 * React drew the screen once more and then it stood, as where a refusal came just before the roles that lead elsewhere: that is no
 * fault. Whatever else it recovered from is reported as what nobody caught.
 */
export function recovered(error: unknown): void {
  if (error instanceof Error && error.cause instanceof ApiProblem) return
  queueMicrotask(() => {
    throw error
  })
}
