import type { FieldError, Problem, ProblemCode } from '../contract/problems.ts'
import type { Refusal } from '../domain/agreement.ts'

type Params = Record<string, string | number>

interface Extras {
  params?: Params
  errors?: FieldError[]
  blockers?: NonNullable<Problem['blockers']>
}

/** What a verb throws when it can't do what was asked. The status follows from the code, in one place. */
export class Failure extends Error {
  readonly code: ProblemCode
  readonly extras: Extras
  constructor(code: ProblemCode, detail: string, extras: Extras = {}) {
    super(detail)
    this.code = code
    this.extras = extras
  }
}

/** Throws where the domain says no. */
export function mustBeAllowed(refusal: Refusal | null): void {
  if (refusal)
    throw new Failure(refusal.code as ProblemCode, refusal.code.replaceAll('_', ' '), {
      params: refusal.params ?? {},
    })
}

/** A 422 about one field. `path` is dotted: "parties.0.organisationId". */
export function invalidField(path: string, code: string, message: string, params?: Params): Failure {
  return new Failure('invalid', message, { errors: [{ path, code, message, ...(params ? { params } : {}) }] })
}
