/**
 * Whether a request comes from a page of another site, or by a name that was made to point here (DNS rebinding). Cookies say
 * who somebody is, not that they meant it: a browser tells the origin of whatever a page sends, and pages of our own are of the
 * host that they ask.
 */
export function isForeign(request: Request, listensLocally: boolean): boolean {
  const host = request.headers.get('host') ?? ''
  const origin = request.headers.get('origin')
  if (origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host)) return true
  // What changes something and comes from a browser has an origin; where it is kept back, the browser says what it is all the same.
  const site = request.headers.get('sec-fetch-site')
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  if (changes && origin === null && site !== null && site !== 'same-origin') return true
  return listensLocally && !isLoopback(host.replace(/:\d+$/, ''))
}

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host)
