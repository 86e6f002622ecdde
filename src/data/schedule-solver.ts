import type { SatMaker } from '../domain/schedule/sat.ts'

/** Longer than the solver takes to load from anywhere near; the search alone is good enough not to wait for more. */
const patience = 3000

async function load(): Promise<SatMaker> {
  const { Cadical, loadCadical } = await import('cadical-wasm')
  const module = await loadCadical()
  return (enough) => {
    // Its steady way of searching alone: on schedules that is two to ten times as quick as taking turns.
    const solver = new Cadical(module, { quiet: true, stabilizeonly: true })
    solver.setTerminate(enough)
    return solver
  }
}

/**
 * The solver for the last breaks of a schedule (CaDiCaL in WebAssembly, 0.3 MB): loaded where scheduling work is done and
 * nowhere else. Undefined where it can't be had, offline for one: the search does without it.
 */
export async function loadSolver(): Promise<SatMaker | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience)
  })
  try {
    return await Promise.race([load(), late])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
