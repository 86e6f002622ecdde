/** `npm start`: sets up, builds what is not built, serves it on this machine and opens the browser. Options: --port N, --no-open. */
import { giveUp, setUp } from './set-up.mjs'

setUp()
const { ensureBuilt } = await import('./ensure-built.mjs')
const { option, flag } = await import('./options.mjs')
const { staticServer } = await import('./static-server.mjs')
const { openBrowser } = await import('./open-browser.mjs')

ensureBuilt()
const port = Number(option('port') ?? process.env.PORT ?? 4173)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  giveUp(
    `“${option('port') ?? process.env.PORT}” is not a port.`,
    'Give a number from 1 to 65535: npm start -- --port 4174',
  )
}
const server = staticServer('dist')
server.on('error', (error) => {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'EADDRINUSE') {
    giveUp(
      `Port ${port} is in use, perhaps by Corridor itself.`,
      `Take another: npm start -- --port ${port + 1}`,
    )
  }
  if (code === 'EACCES')
    giveUp(`Port ${port} may not be used by you.`, 'Take one above 1023: npm start -- --port 4173')
  throw error
})
server.listen(port, 'localhost', () => {
  const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const address = `http://localhost:${taken}/`
  console.log(`\nCorridor runs at ${address}\nIts data stay in your browser. Ctrl+C ends it.\n`)
  if (!flag('no-open') && !process.env.CI) openBrowser(address)
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0))
