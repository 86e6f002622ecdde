import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import fsBundleUrl from '@electric-sql/pglite/pglite.data?url'
import wasmUrl from '@electric-sql/pglite/pglite.wasm?url'
import { databaseUrl } from 'virtual:corridor-workspace'
import { pgliteExtensions, pgliteParsers } from '../../src/server/db/pglite.ts'

/** Thrown where the application's own files can't be fetched: not the database's fault, worth another try later. */
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

/** The smallest module there is. Databases are restored here, never made by initdb, whose 300 kB PGlite would fetch otherwise. */
const noInitdb = () => new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))

/**
 * Checkpoints come early, so that the log stays small: it is what is read again after a kill, and what a full disk must
 * still have room for. Segments are of 1 MB (see scripts/workspace/dump.ts).
 */
const settings = ['max_wal_size=16MB', 'min_wal_size=4MB', 'wal_init_zero=off', 'wal_recycle=off']

/** What Postgres is started from; begun at once, before it is known whether the database is there. */
export async function loadEngine(): Promise<PGliteOptions> {
  const [pgliteWasmModule, fsBundle] = await Promise.all([
    fetched(wasmUrl).then((response) => WebAssembly.compileStreaming(response)),
    fetched(fsBundleUrl).then((response) => response.blob()),
  ])
  return {
    pgliteWasmModule,
    fsBundle,
    initdbWasmModule: noInitdb(),
    extensions: pgliteExtensions,
    parsers: pgliteParsers,
    startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])],
  }
}

/** The prebuilt database of the demo workspace, as a plain tar archive of its files. */
export async function loadDump(): Promise<ArrayBuffer> {
  const response = await fetched(databaseUrl)
  const unpacked = response.body!.pipeThrough(new DecompressionStream('gzip'))
  return new Response(unpacked).arrayBuffer()
}
