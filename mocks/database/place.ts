import { Files } from './files.ts'
import { JournalDamaged } from './journal.ts'

const home = 'corridor'

/** Where a workspace is kept: a numbered directory of the origin's private file system. */
export interface Place {
  files: Files
  /** Nothing is there yet. */
  empty: boolean
  name: string
  /** The copy that would not open and was set aside for this one, or null. */
  kept: string | null
}

/** Opens the newest place; one whose own records are damaged is left as it is and a new one begun. */
export async function openPlace(): Promise<Place> {
  const directory = await homeDirectory()
  const numbers: number[] = []
  for await (const name of directory.keys()) if (/^\d+$/.test(name)) numbers.push(Number(name))
  const newest = Math.max(1, ...numbers)
  try {
    return await place(directory, newest, null)
  } catch (error) {
    if (!(error instanceof JournalDamaged)) throw error
    return place(directory, newest + 1, String(newest))
  }
}

/** Leaves what is at a place untouched and begins another. Nothing of the user's is ever deleted here. */
export async function nextPlace(after: Place): Promise<Place> {
  return place(await homeDirectory(), Number(after.name) + 1, after.name)
}

async function place(
  directory: FileSystemDirectoryHandle,
  number: number,
  kept: string | null,
): Promise<Place> {
  const own = await directory.getDirectoryHandle(String(number), { create: true })
  const { files, empty } = await Files.open(own)
  return { files, empty, name: String(number), kept }
}

async function homeDirectory(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  return root.getDirectoryHandle(home, { create: true })
}

/** Whether this browser, on this page, can keep files at all. Private windows and plain http often can't. */
export async function canKeepFiles(): Promise<boolean> {
  try {
    if (!('createSyncAccessHandle' in FileSystemFileHandle.prototype)) return false
    await homeDirectory()
    return true
  } catch {
    return false
  }
}
