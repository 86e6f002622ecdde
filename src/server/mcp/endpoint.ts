import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { Problem } from '../../contract/problems.ts'
import { problemAnswer, toResponse } from '../answer.ts'
import { Failure } from '../failure.ts'
import type { AccountsHost } from '../sign-in/host.ts'
import { bearerIn } from '../tokens/bearer.ts'
import { addressOf, tools } from './tools.ts'

/** What assistants send is a question; nothing of it is long. */
const maxBody = 64 * 1024

/**
 * The Model Context Protocol (Streamable HTTP, without sessions, answered as JSON) over the API itself: each tool is a request to it
 * with the caller's own token, so that rights, scopes, what is left out and the audit are those of any request.
 */
export function mcpOver({ fetch }: Pick<AccountsHost, 'fetch'>): AccountsHost['fetch'] {
  return async (request, client) => {
    const token = bearerIn(request)
    if (token === null) return refusal('not_signed_in', 'Show a token: Authorization: Bearer …')
    const ask = (path: string) => {
      const headers = { authorization: `Bearer ${token}` }
      return fetch(new Request(new URL(`/api${path}`, request.url), { headers }), client)
    }
    const session = await ask('/session')
    if (!session.ok) return session
    if (request.method !== 'POST') return refusal('method_not_allowed', 'Allowed here: POST')
    const server = serverOver(ask)
    const transport = new WebStandardStreamableHTTPServerTransport({
      enableJsonResponse: true,
      maxRequestBodySize: maxBody,
    })
    await server.connect(transport)
    const answer = await transport.handleRequest(request)
    answer.headers.set('cache-control', 'no-store')
    return answer
  }
}

function serverOver(ask: (path: string) => Promise<Response>): McpServer {
  const server = new McpServer(
    { name: 'corridor', title: 'Corridor', version: '1' },
    {
      instructions:
        'Corridor holds what industry clusters do abroad: agreements with partners, missions, companies, grants. Begin with search; days are YYYY-MM-DD. Everything only reads.',
    },
  )
  let asked = 0
  for (const tool of tools) {
    const { name, title, description, input } = tool
    const annotations = { readOnlyHint: true, openWorldHint: false }
    server.registerTool(name, { title, description, inputSchema: input, annotations }, async (given) => {
      // Requests are counted, and so none holds several.
      if (++asked > 1) return failed('One call in a request')
      const answer = await ask(addressOf(tool, given))
      const text = await answer.text()
      return answer.ok ? { content: [{ type: 'text', text }] } : failed(wordsOf(JSON.parse(text)))
    })
  }
  return server
}

const failed = (text: string) => ({ isError: true, content: [{ type: 'text' as const, text }] })

/** A problem for an assistant: what is wrong, with which field, and the code. */
const wordsOf = ({ title, detail, code, errors = [] }: Problem): string =>
  [
    `${title} (${code})`,
    ...(detail && detail !== title ? [detail] : []),
    ...errors.map(({ path, message }) => `${path}: ${message}`),
  ].join('\n')

function refusal(code: Failure['code'], detail: string): Response {
  const requestId = crypto.randomUUID()
  const answer = toResponse(problemAnswer(new Failure(code, detail), requestId), requestId)
  if (code === 'not_signed_in') answer.headers.set('www-authenticate', 'Bearer')
  if (code === 'method_not_allowed') answer.headers.set('allow', 'POST')
  return answer
}
