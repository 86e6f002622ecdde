import { sendKept } from '../client.ts'
import { ApiProblem } from '../failures.ts'
import type { Outcome } from './drain.ts'
import type { WaitingWrite } from './waiting-write.ts'

/** How long an answer is waited for: of a file, as long as a slow network takes for 20 MB. */
export const patience = { json: 30_000, binary: 300_000 }

/** Sends one write that waited. Never rejects. */
export async function sendWaiting(write: WaitingWrite, body: ArrayBuffer | undefined): Promise<Outcome> {
  const { endpoint, input, version, actor, id, file, at } = write
  try {
    const reply = await sendKept(
      { ...endpoint, body: endpoint.binary ? 'binary' : undefined },
      endpoint.binary
        ? { ...input, body: new Blob([body ?? new ArrayBuffer()], { type: file?.mediaType }) }
        : input,
      {
        version,
        idempotencyKey: id,
        actorId: actor.id,
        written: at,
        signal: AbortSignal.timeout(endpoint.binary ? patience.binary : patience.json),
      },
    )
    return { kind: 'done', reply }
  } catch (error) {
    return error instanceof ApiProblem ? { kind: 'refused', problem: error.problem } : { kind: 'lost' }
  }
}
