import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

interface Arrived {
  path: string
  id: string
  headers: Record<string, string>
  body: string
}

/** What the receiver answers to what has arrived; it may leave the response open. */
type Answer = (response: ServerResponse, arrived: Arrived) => void

export const answers =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end()

/** A program on this machine that is told what changes, as somebody would write it with the library of Standard Webhooks. */
export async function startReceiver() {
  const arrived: Arrived[] = []
  const queue: Answer[] = []
  let usual: Answer = answers(204)
  let wake = () => {}
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    const one = {
      path: request.url ?? '',
      id: headers['webhook-id'] ?? '',
      headers,
      body: Buffer.concat(chunks).toString(),
    }
    arrived.push(one)
    ;(queue.shift() ?? usual)(response, one)
    wake()
  }
  const server = createServer((request, response) => void take(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://localhost:${port}/hook`,
    arrived,
    types: () => arrived.map(({ body }) => JSON.parse(body).type as string),
    /** Answers so from now on. */
    always: (answer: Answer) => {
      usual = answer
    },
    /** Answers so to the next ones, one after the other. */
    next: (...many: Answer[]) => queue.push(...many),
    /** Waits until so many have arrived. */
    async until(count: number) {
      while (arrived.length < count)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What the library makes of it: the event, or an error where the signature does not hold. */
export const verified = (secret: string, { body, headers }: Arrived): unknown =>
  new Webhook(secret).verify(body, headers)
