import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { pgliteExtensions, pgliteParsers } from '../../src/server/db/pglite.ts'
import type { EngineFiles } from './engine-files.ts'

/**
 * The smallest module there is. Databases are restored here, never made by initdb, whose 300 kB PGlite would
 * fetch otherwise.
 */
const noInitdb = () => new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))

/**
 * Checkpoints come early, so that the log stays small: it is what is read again after a kill, and what a full
 * disk must still have room for. Segments are of 1 MB (see scripts/workspace/dump.ts).
 */
const settings = ['max_wal_size=16MB', 'min_wal_size=4MB', 'wal_init_zero=off', 'wal_recycle=off']

export const engineOptions = ({ wasm, bundle }: EngineFiles): PGliteOptions => ({
  pgliteWasmModule: wasm,
  fsBundle: bundle,
  initdbWasmModule: noInitdb(),
  extensions: pgliteExtensions,
  parsers: pgliteParsers,
  startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])],
})
