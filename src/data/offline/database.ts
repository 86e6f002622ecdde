/**
 * What this browser keeps for the times without a connection: writes that wait, with their bodies, and answers that are
 * kept on purpose.
 */
const name = 'corridor-offline'
const version = 1

export type StoreName = 'writes' | 'bodies' | 'answers'

let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = () => {
      const db = request.result
      // By their order; found again by the id, which is the Idempotency-Key.
      db.createObjectStore('writes', { keyPath: 'seq', autoIncrement: true }).createIndex('id', 'id', {
        unique: true,
      })
      db.createObjectStore('bodies')
      db.createObjectStore('answers', { keyPath: 'hash' })
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const db = request.result
      // Another tab of a later build wants to change it; the next use opens it anew.
      db.onversionchange = () => {
        db.close()
        opening = undefined
      }
      db.onclose = () => {
        opening = undefined
      }
      resolve(db)
    }
  })
  opening.catch(() => {
    opening = undefined
  })
  return opening
}

/** The result of one request within a transaction. */
export const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/**
 * Runs `work` in one transaction over the stores named and resolves when it is on disk. `work` may wait for nothing but
 * the transaction's own requests. Rejects where the browser keeps nothing.
 */
export async function transaction<T>(
  names: StoreName[],
  mode: IDBTransactionMode,
  work: (store: (name: StoreName) => IDBObjectStore) => Promise<T>,
): Promise<T> {
  const db = await open()
  const tx = db.transaction(names, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' })
  const done = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve()
    tx.onabort = () => reject(tx.error ?? new Error('The browser gave up keeping it'))
  })
  done.catch(() => {})
  try {
    const result = await work((store) => tx.objectStore(store))
    await done
    return result
  } catch (error) {
    try {
      tx.abort()
    } catch {
      // It had ended by itself.
    }
    throw error
  }
}
