import { type ReadChoice, readTable } from './read-table.ts'

const page = self as unknown as DedicatedWorkerGlobalScope

page.onmessage = async ({ data }: MessageEvent<{ bytes: Uint8Array; choice: ReadChoice }>) => {
  page.postMessage(await readTable(data.bytes, data.choice))
}
