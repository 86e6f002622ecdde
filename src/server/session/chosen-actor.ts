import { actorHeader } from '../../contract/workspace.ts'
import type { Sessions } from '../context.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Who the caller says they are, for the browser, where whoever sits at it is trusted: the header names a living person
 * of the workspace, or `viewer` for somebody who may only look. Without it: a manager who has not said who they are. Anybody
 * else is nobody (401).
 */
export const chosenActor: Sessions = async (request, db) => {
  const chosen = request.headers.get(actorHeader)?.trim()
  if (!chosen) return { id: null, name: null, role: 'manager' }
  if (chosen === 'viewer') return { id: null, name: null, role: 'viewer' }
  if (!uuid.test(chosen)) return null
  const person = await db
    .selectFrom('people')
    .select(['id', 'given_name', 'family_name'])
    .where('id', '=', chosen)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!person) return null
  const name = [person.given_name, person.family_name].filter(Boolean).join(' ')
  return { id: person.id, name, role: 'manager' }
}
