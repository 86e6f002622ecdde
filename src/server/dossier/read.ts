import type { readDossier } from '../../contract/dossier.ts'
import type { Verb } from '../route.ts'
import { mustBeThere } from './about.ts'
import { documentsOf } from './documents.ts'
import { notesOf } from './notes.ts'
import { sourcesOf } from './sources.ts'
import { statementsOf } from './statements.ts'
import { tasksOf } from './tasks.ts'

/** Everything that a record carries; one in the bin still shows it. */
export const readWholeDossier: Verb<typeof readDossier> = async (ctx, { query }) => {
  await mustBeThere(ctx, query)
  const [notes, tasks, documents, sources, statements] = await Promise.all([
    notesOf(ctx, query),
    tasksOf(ctx, query),
    documentsOf(ctx, query),
    sourcesOf(ctx, query),
    statementsOf(ctx, query),
  ])
  return { notes, tasks, documents, sources, statements }
}
