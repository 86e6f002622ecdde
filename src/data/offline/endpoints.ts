import type { Endpoint } from '../../contract/endpoint.ts'

const modules = import.meta.glob<Record<string, unknown>>('../../contract/*.ts')

let all: Promise<Map<string, Endpoint>> | undefined

/** Every operation of the contract, by its id. */
export function endpoints(): Promise<Map<string, Endpoint>> {
  all ??= load()
  return all
}

async function load(): Promise<Map<string, Endpoint>> {
  const found = new Map<string, Endpoint>()
  for (const module of await Promise.all(Object.values(modules).map((one) => one()))) {
    // Some stand by themselves, some in a record of the six of a noun, some in the list of a file.
    const values = Object.values(module).flatMap((value) => [value, ...partsOf(value)])
    for (const value of values) if (isEndpoint(value)) found.set(value.id, value)
  }
  return found
}

const partsOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null && !('_zod' in value) ? Object.values(value) : []

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'id' in value && 'method' in value && 'path' in value
