import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { staticServer } from '../../scripts/static-server.mjs'

/** The built app as a team's host serves it, with the API in this process. */
export async function served(root: string, answer: (request: Request) => Promise<Response>): Promise<Server> {
  const files = staticServer(root)
  const page = readFileSync(`${root}/index.html`, 'utf8').replace(
    'name="corridor-host" content="browser"',
    'name="corridor-host" content="node"',
  )
  const server = createServer(async (request, response) => {
    const url = request.url ?? '/'
    if (url.startsWith('/api/')) {
      const reply = await answer(await asRequest(request))
      response.writeHead(reply.status, Object.fromEntries(reply.headers))
      response.end(Buffer.from(await reply.arrayBuffer()))
    } else if (/\.\w+(\?|$)/.test(url)) files.emit('request', request, response)
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

async function asRequest(request: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const method = request.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? undefined : Buffer.concat(chunks)
  return new Request(`http://${request.headers.host}${request.url}`, { method, headers, body })
}
