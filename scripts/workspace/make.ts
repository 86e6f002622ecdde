/**
 * Makes the files of public/workspace where they are not current: `node scripts/run.mjs
 * scripts/workspace/make.ts`.
 */
import { makeWorkspace } from './workspace.ts'

await makeWorkspace()
