/**
 * What the search for the fewest breaks asks of a SAT solver. CaDiCaL's own interface fits it; whoever hosts the schedule
 * hands one in, so that nothing here loads a library. Literals are numbers as in DIMACS: 5 and -5.
 */
export interface Sat {
  addClause(literals: readonly number[]): void
  /** Looks for a solution under assumptions; "unknown" when it gives up after so many conflicts. */
  solve(options: {
    assumptions: readonly number[]
    conflicts: number
  }): 'satisfiable' | 'unsatisfiable' | 'unknown'
  /** After "satisfiable". */
  value(literal: number): boolean
  /** Which way to try a variable first, until taken back. */
  phase(literal: number): void
  unphase(literal: number): void
  dispose(): void
}

/** Makes a solver that gives up ("unknown") soon after it is told, now and then asked, that it is enough. */
export type SatMaker = (enough: () => boolean) => Sat

/** Clauses for counting, made in a solver. */
export class Clauses {
  variables = 0
  private readonly sat: Sat

  constructor(sat: Sat) {
    this.sat = sat
  }

  add(...literals: number[]): void {
    this.sat.addClause(literals)
  }

  fresh(): number {
    this.variables += 1
    return this.variables
  }

  /** A literal that is true when one of these is, and only then. */
  either(literals: readonly number[]): number {
    if (literals.length === 1) return literals[0]!
    const any = this.fresh()
    for (const literal of literals) this.add(-literal, any)
    this.add(-any, ...literals)
    return any
  }

  /** At most one of these: pairs, in bundles tied by a helper when there are many. */
  atMostOne(literals: readonly number[]): void {
    if (literals.length > 6) {
      const helper = this.fresh()
      this.atMostOne([...literals.slice(0, 4), helper])
      this.atMostOne([-helper, ...literals.slice(4)])
      return
    }
    literals.forEach((one, index) => {
      for (const other of literals.slice(index + 1)) this.add(-one, -other)
    })
  }

  /** At most so many of these; with `exactly`, no fewer either (sequential counter, Sinz 2005). */
  atMost(literals: readonly number[], most: number, exactly = false): void {
    let before: number[] = []
    for (const literal of literals) {
      if (before.length >= most) this.add(-literal, -before[most - 1]!)
      const here: number[] = []
      for (let count = 0; count <= before.length && count < most; count++) {
        const reached = this.fresh()
        here.push(reached)
        const already = before[count]
        const fewer = count === 0 ? undefined : before[count - 1]!
        if (already !== undefined) this.add(-already, reached)
        if (fewer === undefined) this.add(-literal, reached)
        else this.add(-literal, -fewer, reached)
        if (!exactly) continue
        const known = already === undefined ? [] : [already]
        this.add(-reached, ...known, literal)
        if (fewer !== undefined) this.add(-reached, ...known, fewer)
      }
      before = here
    }
    if (!exactly || most === 0) return
    const all = before[most - 1]
    if (all === undefined) this.add()
    else this.add(all)
  }

  /** Outputs of which the n-th is true when more than n of the inputs are (totalizer, Bailleux and Boufkhad 2003). */
  sum(literals: readonly number[], most: number): number[] {
    if (literals.length <= 1) return literals.slice(0, most)
    const half = literals.length >> 1
    const left = this.sum(literals.slice(0, half), most)
    const right = this.sum(literals.slice(half), most)
    const out = Array.from({ length: Math.min(most, left.length + right.length) }, () => this.fresh())
    for (let i = 0; i <= left.length; i++) {
      for (let j = 0; j <= right.length; j++) {
        if (i + j === 0) continue
        const inputs: number[] = []
        if (i > 0) inputs.push(-left[i - 1]!)
        if (j > 0) inputs.push(-right[j - 1]!)
        this.add(out[Math.min(i + j, most) - 1]!, ...inputs)
      }
    }
    return out
  }
}
