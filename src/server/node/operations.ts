import { RegExpRouter } from 'hono/router/reg-exp-router'
import { SmartRouter } from 'hono/router/smart-router'
import { TrieRouter } from 'hono/router/trie-router'
import { routes } from '../routes.ts'
import { steps } from '../sign-in/verbs.ts'

/** Of each request, which operation of the contract it asks for: for logs and figures, which must not hold whole addresses. */
export function operationNames(): (method: string, path: string) => string {
  const router = new SmartRouter<string>({ routers: [new RegExpRouter(), new TrieRouter()] })
  const endpoints = [...routes.map((route) => route.endpoint), ...steps.map((step) => step.endpoint)]
  for (const { method, path, id } of endpoints)
    router.add(method, `/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, id)
  router.add('GET', '/api/calendar/:file', 'calendars.serve')
  router.add('GET', '/api/live', 'live')
  router.add('GET', '/api/openapi.json', 'openapi')
  router.add('POST', '/mcp', 'mcp')
  router.add('GET', '/api/auth/callback/:provider', 'auth.callback')
  return (method, path) => {
    const [[found]] = router.match(method, path)
    if (found) return found[0]
    return path.startsWith('/api/') || path === '/api' ? 'unknown' : 'page'
  }
}
