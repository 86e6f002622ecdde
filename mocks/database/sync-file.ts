/**
 * What this folder uses of a `FileSystemSyncAccessHandle`: an exclusively opened file of the origin's private
 * file system.
 */
export interface SyncFile {
  getSize(): number
  read(bytes: Uint8Array, options: { at: number }): number
  write(bytes: Uint8Array, options: { at: number }): number
  truncate(size: number): void
  flush(): void
  close(): void
}

/**
 * Thrown where there is no room: a short write, or the browser's own quota error. `code` is the errno that
 * Postgres is given.
 */
export class NoSpace extends Error {
  readonly code = 51
  override name = 'NoSpace'
}

/** Writes all of it or throws `NoSpace`. */
export function writeAll(file: SyncFile, bytes: Uint8Array, at: number): void {
  let written = 0
  try {
    written = file.write(bytes, { at })
  } catch (error) {
    throw new NoSpace(`No room to write ${bytes.length} bytes`, { cause: error })
  }
  if (written !== bytes.length) throw new NoSpace(`Only ${written} of ${bytes.length} bytes were written`)
}

const busyFor = 15_000

/**
 * Opens a file for synchronous use, creating it if need be. Another tab's worker that is just ending may still
 * hold it for a moment, so a refusal is retried for 15 s; then it throws `NoModificationAllowedError`.
 */
export async function openSyncFile(directory: FileSystemDirectoryHandle, name: string): Promise<SyncFile> {
  const handle = await directory.getFileHandle(name, { create: true })
  const until = performance.now() + busyFor
  for (let pause = 5; ; pause = Math.min(pause * 2, 200)) {
    try {
      return (await handle.createSyncAccessHandle()) as unknown as SyncFile
    } catch (error) {
      const busy = error instanceof DOMException && error.name === 'NoModificationAllowedError'
      if (!busy || performance.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
