/**
 * Measures and prints the figures of docs/performance.md as Markdown tables.
 *   npm run bench                 everything
 *   npm run bench -- node         request latencies of the API on Node (PGlite; PostgreSQL where TEST_DATABASE_URL is set)
 *   npm run bench -- browser      the same in Chromium, with start-up cold and warm
 *   npm run bench -- bundle       sizes of the built app
 *   npm run bench -- schedule     B2B meetings: the Girona benchmark and 1,500 requests
 *   npm run bench -- schedule cpu     the same in processor time, on a machine that others use too
 *   npm run bench -- companies [cpu]  the directory of companies, by what narrows it
 *   npm run bench -- imports [cpu]    tables brought in, with those of ../shared/data where they are
 *   npm run bench -- matching     how surely one public list is found in another
 *   npm run bench -- grants [cpu]     a grant with 100,000 expenses
 *   npm run bench -- grid         its grid in Chromium: heap, and frames while one scrolls
 *   npm run bench -- drag         meetings dragged over a grid of 40 × 36 in Chromium
 *   npm run bench -- live         how soon others are told of a write, and what that costs it (PostgreSQL)
 *   npm run bench -- load         200 people at work on one node over PostgreSQL, where that is installed
 *   npm run bench -- views        pages of clusters and markets, matrix, overview, indicators and reports at 100,000 expenses
 *   npm run bench -- node 1000 10000     sizes of the workspace, in organisations (default 1000 10000 100000)
 */
import { cpus, totalmem } from 'node:os'
import { benchBrowser } from './browser.ts'
import { bundleRows } from './bundle.ts'
import { benchCompanies } from './companies.ts'
import { benchDrag } from './drag.ts'
import { benchGrants } from './grants.ts'
import { benchGrid } from './grid.ts'
import { benchMatching } from './import-matching.ts'
import { benchImports } from './imports.ts'
import { benchLive } from './live.ts'
import { benchLoad } from './load.ts'
import { benchNode } from './node.ts'
import { benchSchedule } from './schedule.ts'
import { printTable } from './table.ts'
import { benchViews } from './views.ts'

const words = process.argv.slice(2)
const sizes = words.map(Number).filter((size) => Number.isInteger(size) && size > 0)
const parts = words.filter((word) =>
  [
    'node',
    'browser',
    'bundle',
    'companies',
    'drag',
    'grants',
    'grid',
    'imports',
    'live',
    'load',
    'matching',
    'schedule',
    'views',
  ].includes(word),
)
const wants = (part: string) => parts.length === 0 || parts.includes(part)
const organisations = sizes.length > 0 ? sizes : [1000, 10_000, 100_000]

console.log(
  `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model.trim()} · ${Math.round(totalmem() / 2 ** 30)} GiB · Node ${process.version}`,
)
if (wants('bundle')) printTable('Bundle, kB gzip', ['what', 'kB'], bundleRows('dist'))
if (wants('node')) await benchNode(organisations)
if (wants('companies')) await benchCompanies(organisations, words.includes('cpu'))
if (wants('grants')) await benchGrants(100_000, words.includes('cpu'))
if (wants('views')) await benchViews()
if (wants('grid')) await benchGrid(100_000)
if (wants('drag')) await benchDrag()
if (wants('imports')) await benchImports(words.includes('cpu'))
if (wants('matching')) await benchMatching()
if (wants('live')) await benchLive()
if (wants('load')) await benchLoad()
if (wants('browser')) await benchBrowser(organisations)
if (wants('schedule')) await benchSchedule()
process.exit(0)
