import type { Api } from '../../app.ts'
import type { Db } from '../../db/database.ts'
import type { Outside } from '../../webhooks/outside.ts'
import { Deliverer } from './deliverer.ts'
import { addTask } from './notice.ts'
import type { OffReason } from './record.ts'

interface Parts {
  db: Db
  clock: () => Date
  newId: () => string
  outside: Outside
  /** The API as the host's own user: for the task that tells of a receiver that was switched off. */
  api: Api
  tell: (words: string) => void
}

/** How often it is looked for what is due, and for what is to be forgotten; in milliseconds. */
const looking = 1000
const expiring = 3_600_000
/** How long what is under way may go on once the host stops, in milliseconds. */
const grace = 1500

/** Sends what is due as long as the host runs. */
export function keepWebhooks({ api, tell, ...parts }: Parts): { stop: () => Promise<void> } {
  const switchedOff = async (url: string, reason: OffReason) => {
    const { host } = new URL(url)
    tell(
      `The webhook to ${host} was switched off: ${reason === 'gone' ? 'it answered 410' : 'it failed for days'}.`,
    )
    await addTask(parts.db, api, host).catch((error) =>
      tell(`No task tells of it: ${(error as Error).message}`),
    )
  }
  const deliverer = new Deliverer({ ...parts, tell, switchedOff })
  let away = false
  const quietly = (work: Promise<void>) =>
    work.then(
      () => {
        away = false
      },
      (error: Error) => {
        if (!away) tell(`Webhooks wait: ${error.message}`)
        away = true
      },
    )
  void quietly(deliverer.expire())
  const looks = setInterval(() => void quietly(deliverer.round()), looking)
  const forgets = setInterval(() => void quietly(deliverer.expire()), expiring)
  return {
    stop: () => {
      clearInterval(looks)
      clearInterval(forgets)
      return deliverer.stop(grace)
    },
  }
}
