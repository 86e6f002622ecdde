import { strFromU8, unzipSync } from 'fflate'
import { exportWorkspace } from '../../src/contract/workspace.ts'
import type { TestApi } from './api.ts'

/** What says what was done, and the counts of it, rather than what is. */
const audit = ['tables/change_sets.ndjson', 'tables/changes.ndjson']
const counts = /,"updated_at":"[^"]*"|"version":\d+,?/g

/** Every entry of the workspace's file as text, but for the history and the counts of changes. */
export async function exported(api: TestApi): Promise<Record<string, string>> {
  const { bytes } = await api.call(exportWorkspace, {})
  return Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => !audit.includes(name) && name !== 'manifest.json')
      .map(([name, content]) => [name, strFromU8(content).replaceAll(counts, '')]),
  )
}
