import type { Scope } from '../../domain/scopes.ts'

type Key<S extends string> = S extends `${infer Group}:${infer Access}` ? `${Group}-${Access}` : never

/** A scope as messages are keyed, where a colon stands for something else. */
export const keyOf = (scope: Scope) => scope.replace(':', '-') as Key<Scope>
