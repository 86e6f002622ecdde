import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { mostRefused, rateLimits } from '../../src/server/node/rate-limits.ts'

/** A host that lets a token make three requests in a minute, and knows those that begin with "good". */
function host() {
  let now = Date.parse('2026-03-01T09:00:15Z')
  const app = new Hono()
  app.use(
    rateLimits({ perToken: 3, clientOf: (c) => c.req.header('from') ?? '', clock: () => new Date(now) }),
  )
  app.get('/', (c) => {
    const shown = c.req.header('authorization')
    return c.text('', shown && !shown.startsWith('Bearer good') ? 401 : 200)
  })
  return {
    ask: (token: string | null, from = '192.0.2.1') =>
      app.request('/', { headers: { from, ...(token ? { authorization: `Bearer ${token}` } : {}) } }),
    wait: (seconds: number) => {
      now += seconds * 1000
    },
  }
}

it('a token is told how much it has left, and when it may ask again', async () => {
  const { ask, wait } = host()
  const first = await ask('good')
  expect(first.headers.get('ratelimit-policy')).toBe('"token";q=3;w=60')
  expect(first.headers.get('ratelimit')).toBe('"token";r=2;t=45')
  await ask('good')
  expect((await ask('good')).status).toBe(200)
  wait(5)
  const refused = await ask('good')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40'])
  expect(refused.headers.get('ratelimit')).toBe('"token";r=0;t=40')
  expect(await refused.json()).toMatchObject({ code: 'too_many_requests', params: { seconds: 40 } })
  expect((await ask('good-too')).status).toBe(200)
  wait(40)
  expect((await ask('good')).status).toBe(200)
})

it('who shows one wrong token after the other is stopped by address, and nobody else is', async () => {
  const { ask } = host()
  for (let tried = 0; tried < mostRefused; tried++) expect((await ask(`bad-${tried}`)).status).toBe(401)
  expect((await ask('good')).status).toBe(429)
  expect((await ask('good', '192.0.2.2')).status).toBe(200)
})

it('who signs in is not counted here', async () => {
  const { ask } = host()
  for (let asked = 0; asked < 5; asked++) {
    const answer = await ask(null)
    expect([answer.status, answer.headers.has('ratelimit')]).toEqual([200, false])
  }
})
