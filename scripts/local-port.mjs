import { createServer } from 'node:net'

/** What “localhost” stands for; browsers try both. */
const loopback = ['127.0.0.1', '::1']

/**
 * Serves on this machine's own addresses only, and gives the port. Rejects as the server does: EADDRINUSE, EACCES.
 * @param {() => import('node:http').Server} make
 * @param {number} port 0 for any
 * @returns {Promise<number>}
 */
export async function listenLocally(make, port) {
  let taken = port
  for (const host of loopback) {
    try {
      taken = await listen(make(), host, taken)
    } catch (error) {
      // Not every machine has IPv6.
      const { code } = /** @type {NodeJS.ErrnoException} */ (error)
      if (host === loopback[0] || code === 'EADDRINUSE') throw error
    }
  }
  return taken
}

/**
 * The next port that nobody listens on.
 * @param {number} port
 * @returns {Promise<number>}
 */
export async function freePortAfter(port) {
  for (let next = port + 1; next < port + 100; next++) {
    const probe = createServer()
    const free = await listen(probe, loopback[0] ?? '', next).then(
      () => true,
      () => false,
    )
    await new Promise((resolve) => probe.close(resolve))
    if (free) return next
  }
  return port + 100
}

/**
 * @param {import('node:net').Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>}
 */
function listen(server, host, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : port)
    })
  })
}
