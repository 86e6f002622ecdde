import { databaseUrl } from 'virtual:corridor-workspace'
import fsBundleUrl from '@electric-sql/pglite/pglite.data?url'
import wasmUrl from '@electric-sql/pglite/pglite.wasm?url'

/**
 * Thrown where the application's own files can't be fetched: not the database's fault, worth another try
 * later.
 */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url).catch((cause) => {
    throw new Unreachable(`${url} can’t be fetched`, { cause })
  })
  if (!response.ok) throw new Unreachable(`${url} answered ${response.status}`)
  return response
}

export interface EngineFiles {
  wasm: WebAssembly.Module
  /** What Postgres itself reads: time zones, configuration samples. */
  bundle: Blob
}

/** Postgres as WebAssembly, compiled while it arrives. */
export async function loadEngineFiles(): Promise<EngineFiles> {
  const [wasm, bundle] = await Promise.all([
    fetched(wasmUrl).then((response) => WebAssembly.compileStreaming(response)),
    fetched(fsBundleUrl).then((response) => response.blob()),
  ])
  return { wasm, bundle }
}

/** The prebuilt database of the demo workspace, as a plain tar archive of its files. */
export async function loadDump(): Promise<ArrayBuffer> {
  const response = await fetched(databaseUrl)
  const unpacked = response.body!.pipeThrough(new DecompressionStream('gzip'))
  return new Response(unpacked).arrayBuffer()
}

/** What a database is opened from, on its way. */
export interface Arriving {
  engine: Promise<EngineFiles>
  /** Where it is not fetched ahead, it is once it is missed. */
  dump: Promise<ArrayBuffer> | null
}
