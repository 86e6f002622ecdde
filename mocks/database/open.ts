import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { engineOptions } from './engine.ts'
import { type Arriving, loadDump } from './engine-files.ts'
import { OpfsFilesystem } from './opfs-filesystem.ts'
import { canKeepFiles, nextPlace, openPlace, type Place } from './place.ts'
import { untar } from './tar.ts'

export interface Opened {
  pglite: PGlite
  /** Whether it outlasts the tab. */
  kept: boolean
  /** It was there already, as against restored from the demo. */
  found: boolean
  /** The copy that would not open and was set aside, or null. */
  setAside: string | null
}

/**
 * Called once when the database can't go on: the log has no room, or the engine has aborted. What is under way
 * is lost.
 */
export type OnDeath = (cause: Error) => void

/**
 * Opens this browser's database; restores it from the prebuilt one where there is none. One that does not open
 * is set aside, never deleted. Throws `Unreachable` where the application's own files can't be had, and
 * `NoSpace`.
 */
export async function openDatabase(files: Arriving, onDeath: OnDeath): Promise<Opened> {
  const engine = files.engine.then(engineOptions)
  const dump = () => files.dump ?? loadDump()
  engine.catch(() => {})
  if (!(await canKeepFiles())) {
    const [options, archive] = await Promise.all([engine, dump()])
    const pglite = await start({ ...options, loadDataDir: new Blob([archive]) }, onDeath)
    return { pglite, kept: false, found: false, setAside: null }
  }
  let place = await openPlace()
  if (!place.empty) {
    const options = await engine
    try {
      if (!place.files.find('/PG_VERSION')) throw new Error('There is no database in it')
      return { pglite: await startAt(place, options, onDeath), kept: true, found: true, setAside: place.kept }
    } catch (error) {
      const full = place.files.failure
      place.files.close()
      if (full) throw full
      // Want of memory says nothing about the database.
      if (error instanceof RangeError) throw error
      console.error('The saved workspace does not open; it is set aside', error)
      place = await nextPlace(place)
    }
  }
  try {
    place.files.fill(untar(new Uint8Array(await dump())))
    return {
      pglite: await startAt(place, await engine, onDeath),
      kept: true,
      found: false,
      setAside: place.kept,
    }
  } catch (error) {
    place.files.close()
    throw error
  }
}

function startAt(place: Place, options: PGliteOptions, onDeath: OnDeath): Promise<PGlite> {
  place.files.onFailure = onDeath
  return start({ ...options, fs: new OpfsFilesystem(place.files, onDeath) }, onDeath)
}

/**
 * PGlite swallows what the engine throws, a panic included, and would report the query as done: it has to be
 * overheard.
 */
function start(options: PGliteOptions, onDeath: OnDeath): Promise<PGlite> {
  return PGlite.create({
    ...options,
    onStderr: (line) => {
      if (line.includes('PANIC:')) onDeath(new Error(line))
      return true
    },
  })
}
