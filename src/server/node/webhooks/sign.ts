import { createHmac } from 'node:crypto'

/** What is sent of one delivery: the same bytes and the same id at every attempt. */
export interface Message {
  id: string
  body: string
}

/**
 * The headers of Standard Webhooks (standardwebhooks.com, version 1): an id by which a receiver knows what it has had, the second of this
 * attempt, and a signature for each secret that holds.
 */
export function signedHeaders(
  { id, body }: Message,
  at: Date,
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
