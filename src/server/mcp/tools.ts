import * as z from 'zod'
import { readPosition } from '../../contract/budget.ts'
import type { Endpoint } from '../../contract/endpoint.ts'
import { countIndicator, indicatorRecords } from '../../contract/indicators.ts'
import { readOverview, searchAll } from '../../contract/overview.ts'
import { recordNouns } from '../../contract/primitives.ts'
import { viewAlliance, viewCluster, viewMarket } from '../../contract/views.ts'
import { routes } from '../routes.ts'

/** What an assistant may ask for: an operation of the API that reads, in words for one who has not seen the API. */
export interface Tool {
  name: string
  title: string
  description: string
  input: z.ZodObject
  /** The operation that answers; its parameters are those of the input that its path and query name. */
  endpoint: (input: Record<string, unknown>) => Endpoint
}

const tool = (
  name: string,
  title: string,
  description: string,
  shape: z.ZodRawShape,
  of: Endpoint,
): Tool => ({
  ...{ name, title, description },
  input: z.object(shape),
  endpoint: () => of,
})

const id = (what: string) => z.uuid().describe(`The id of ${what}, as search gives it`)
const asOf = z.iso
  .date()
  .optional()
  .describe('The day as seen from which all is told (YYYY-MM-DD). Default: the workspace’s day, else today')
const alliance = id('an alliance').optional().describe('Narrows to what is of this alliance (id)')
const cluster = id('a cluster')
  .optional()
  .describe('Narrows to what is of this cluster (id of the organisation)')
const market = id('a market').optional().describe('Narrows to what is of this market (id)')

const figures =
  'agreements by status, missions, companies, meetings and outcomes, and, with the right to read budgets, money planned, committed and paid. Money is in the currency’s smallest unit'

const readers = new Map(routes.map(({ endpoint }) => [endpoint.id, endpoint]))
const readable = recordNouns.filter((noun) => readers.has(`${noun}.read`))

const readRecord: Tool = {
  name: 'read_record',
  title: 'Read one record',
  description:
    'All that is held of one record, as JSON: an organisation (cluster, company, partner, public body), a person, an agreement, a mission and so on. Contact data of people is left out without the scope for it.',
  input: z.object({
    noun: z.enum(readable).describe('The kind of record, as search gives it'),
    id: id('the record'),
    asOf,
  }),
  endpoint: ({ noun }) => readers.get(`${noun}.read`) as Endpoint,
}

export const tools: readonly Tool[] = [
  tool(
    'search',
    'Search',
    'Finds records of every kind by name or words in them, best first; forgives case, accents and typing errors. Gives noun, id and title of each: other tools take these. Clusters and companies are organisations.',
    {
      q: z.string().min(1).max(200).describe('What to look for'),
      noun: z.enum(recordNouns).optional().describe('Only records of this kind'),
      limit: z.int().min(1).max(50).optional().describe('At most so many; 12 unless given'),
    },
    searchAll,
  ),
  readRecord,
  tool(
    'overview',
    'Overview',
    'What needs attention as of a day: overdue signatures, expiring agreements, tasks, budget alerts; the pipeline of agreements, and the year’s missions.',
    { alliance, cluster, market, asOf },
    readOverview,
  ),
  tool(
    'cluster_view',
    'A cluster as of a day',
    `What a cluster does over all its work, as of a day: ${figures}.`,
    { id: id('the cluster, an organisation'), alliance, market, asOf },
    viewCluster,
  ),
  tool(
    'market_view',
    'A market as of a day',
    `What is done in a market, usually a country, as of a day: ${figures}.`,
    { id: id('the market'), alliance, cluster, asOf },
    viewMarket,
  ),
  tool(
    'alliance_view',
    'An alliance as of a day',
    `What an alliance of clusters does as of a day: ${figures}.`,
    { id: id('the alliance'), cluster, market, asOf },
    viewAlliance,
  ),
  tool(
    'list_indicators',
    'Indicators',
    'The indicators that are kept, with their targets where they have any. What one counts is told by count_indicator.',
    {
      q: z.string().min(1).max(200).optional().describe('Only those with these words'),
      targeted: z.boolean().optional().describe('true: only those with a target'),
      limit: z.int().min(1).max(200).optional().describe('At most so many; 50 unless given'),
      alliance,
      cluster,
      market,
    },
    indicatorRecords.list,
  ),
  tool(
    'count_indicator',
    'What an indicator counts',
    'How many records an indicator counts as of a day, and of money what they come to, against its target.',
    { id: id('the indicator'), asOf },
    countIndicator,
  ),
  tool(
    'budget_position',
    'Budget position of a grant',
    'Where a grant stands as of a day: per budget line what is planned, committed, spent and left, with alerts. Needs the right to read budgets. Amounts are in the currency’s smallest unit.',
    { id: id('the grant'), cluster, market, asOf },
    readPosition,
  ),
]

/** The address under /api of what a tool asks for. */
export function addressOf({ endpoint }: Tool, input: Record<string, unknown>): string {
  const asked = endpoint(input)
  const path = asked.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  )
  const query = new URLSearchParams()
  for (const name of Object.keys(asked.query?.shape ?? {}))
    if (input[name] !== undefined) query.set(name, String(input[name]))
  return query.size > 0 ? `${path}?${query}` : path
}
