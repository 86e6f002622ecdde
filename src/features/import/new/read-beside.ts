import type { ReadChoice, TableRead } from './read-table.ts'

/** Reads a file in a worker, so that the page stays as quick as it is; where there are none (tests), here. */
export async function readBeside(
  bytes: Uint8Array,
  choice: ReadChoice,
  signal: AbortSignal,
): Promise<TableRead> {
  if (typeof Worker === 'undefined') return (await import('./read-table.ts')).readTable(bytes, choice)
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module', name: 'import' })
  const end = () => worker.terminate()
  signal.addEventListener('abort', end)
  try {
    return await new Promise<TableRead>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<TableRead>) => resolve(data)
      worker.onerror = () => resolve({ kind: 'refused', why: 'unreadable' })
      signal.addEventListener('abort', () => reject(signal.reason))
      worker.postMessage({ bytes, choice })
    })
  } finally {
    signal.removeEventListener('abort', end)
    end()
  }
}
