/** The file that is being imported, kept in this browser until it is: a reload loses neither it nor what was corrected. */

const database = 'corridor.import'
const store = 'files'

export interface KeptFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  pasted: boolean
}

/** Where a browser keeps nothing (private windows, tests) it lasts as long as the page. */
let inMemory: KeptFile | null = null

export async function withStore<T>(
  mode: IDBTransactionMode,
  work: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  if (typeof indexedDB === 'undefined') return undefined
  return new Promise((resolve) => {
    const opening = indexedDB.open(database, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(store)
    opening.onerror = () => resolve(undefined)
    opening.onsuccess = () => {
      const db = opening.result
      const done = (value: T | undefined) => {
        db.close()
        resolve(value)
      }
      try {
        const request = work(db.transaction(store, mode).objectStore(store))
        request.onsuccess = () => done(request.result)
        request.onerror = () => done(undefined)
      } catch {
        done(undefined)
      }
    }
  })
}

export async function keptFile(): Promise<KeptFile | null> {
  return (
    inMemory ?? ((await withStore('readonly', (files) => files.get('one'))) as KeptFile | undefined) ?? null
  )
}

export async function keepFile(file: KeptFile): Promise<void> {
  inMemory = file
  await withStore('readwrite', (files) => files.put(file, 'one'))
}

export async function forgetFile(): Promise<void> {
  inMemory = null
  await withStore('readwrite', (files) => files.delete('one'))
}
