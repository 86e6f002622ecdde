/**
 * `npm start`: sets up, builds what is not built, serves it on this machine and opens the browser. Options:
 * --port N, --no-open.
 */
import { giveUp, setUp } from './set-up.mjs'

setUp()
const { ensureBuilt } = await import('./ensure-built.mjs')
const { option, flag } = await import('./options.mjs')
const { staticServer } = await import('./static-server.mjs')
const { freePortAfter, listenLocally } = await import('./local-port.mjs')
const { openBrowser } = await import('./open-browser.mjs')

const wanted = option('port') ?? process.env.PORT ?? '4173'
const port = Number(wanted)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  giveUp(`“${wanted}” is not a port.`, 'Give a number from 1 to 65535: npm start -- --port 4174')
}
ensureBuilt()
try {
  const address = `http://localhost:${await listenLocally(() => staticServer('dist'), port)}/`
  console.log(`\nCorridor runs at ${address}\nIts data stay in your browser. Ctrl+C ends it.\n`)
  if (!flag('no-open') && !process.env.CI) openBrowser(address)
} catch (error) {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'EADDRINUSE') {
    const free = await freePortAfter(port)
    giveUp(
      `Port ${port} is in use, perhaps by Corridor itself.`,
      `This one is free: npm start -- --port ${free}`,
    )
  }
  if (code === 'EACCES')
    giveUp(`Port ${port} is not open to you.`, 'Take one above 1023: npm start -- --port 4173')
  throw error
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0))
