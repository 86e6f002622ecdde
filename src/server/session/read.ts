import type { readSession } from '../../contract/workspace.ts'
import { rightsOf } from '../../domain/rights.ts'
import { today } from '../context.ts'
import { may } from '../rights/authorise.ts'
import type { Verb } from '../route.ts'

export const readOwnSession: Verb<typeof readSession> = async (ctx) => ({
  actor: ctx.actor.id === null ? null : { id: ctx.actor.id, name: ctx.actor.name ?? '' },
  role: ctx.actor.role,
  ...(ctx.actor.appointments
    ? { rights: rightsOf(ctx.actor.appointments).filter((right) => may(ctx.actor, right)) }
    : {}),
  switchable: ctx.host !== 'node',
  host: ctx.host,
  today: today(ctx),
})
