import type { Meeting, Schedule } from '../../../src/contract/meetings.ts'
import type { NodeHost } from './node-host.ts'

interface Asked {
  method?: 'POST' | 'PUT'
  body?: object
  version?: number
}

/** A mission of one day on a Node host, as a colleague left it the evening before. */
export interface MissionDay {
  id: string
  title: string
  /** Participations by the names of their organisations. */
  who: Record<string, string>
  schedule: () => Promise<Schedule>
  /** The meeting of two, by their names, as it is now. */
  meeting: (a: string, b: string) => Promise<Meeting>
  /** Where it stands, "09:00 Table 1", or null. */
  placeOf: (a: string, b: string) => Promise<string | null>
}

export interface Wanted {
  home: readonly string[]
  partner: readonly string[]
  /** Beginnings of slots of half an hour in the morning. */
  starts: readonly string[]
  tables: number
  /** Pairs that agreed, with the positions of their slot and table where they have one. */
  pairs: readonly (readonly [home: string, partner: string, slot?: number, table?: number])[]
}

const title = 'Bio-Japan 2008'
const day = '2008-10-15'
const later = (start: string) => (start.endsWith('00') ? `${start.slice(0, 3)}30` : `${start.slice(0, 3)}59`)

/** Enters it over the API. Everybody has confirmed. */
export async function missionDay(host: NodeHost, wanted: Wanted): Promise<MissionDay> {
  const send = async <Body>(path: string, { method = 'POST', body, version }: Asked): Promise<Body> => {
    const response = await fetch(`${host.origin}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(version ? { 'if-match': `"${version}"` } : {}) },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as Body
  }
  const { id } = await send<{ id: string }>('/missions', {
    body: { title, kind: 'trade_fair', starts: day, ends: day, timeZone: 'Asia/Tokyo' },
  })
  const cluster = await send<{ id: string }>('/organisations', {
    body: { name: 'Lyonbiopôle', kinds: ['cluster'] },
  })
  const who: Record<string, string> = {}
  for (const side of ['home', 'partner'] as const) {
    const names = new Map<string, string>()
    for (const name of wanted[side]) {
      const organisation = await send<{ id: string }>('/organisations', {
        body: { name, kinds: ['company'] },
      })
      names.set(organisation.id, name)
    }
    const brought = side === 'home' ? { clusterId: cluster.id } : {}
    const invitees = [...names.keys()].map((organisationId) => ({ organisationId, ...brought }))
    const { items } = await send<{ items: { id: string; organisation: { id: string } }[] }>(
      `/missions/${id}/participations`,
      { body: { side, state: 'confirmed', since: '2008-07-01', reason: 'Agreed by telephone', invitees } },
    )
    for (const item of items) who[names.get(item.organisation.id) ?? ''] = item.id
  }
  const schedule = () => host.ask<Schedule>(`/missions/${id}/schedule`)
  const grid = await send<Schedule>(`/missions/${id}/grid`, {
    method: 'PUT',
    version: (await schedule()).version,
    body: {
      slots: wanted.starts.map((starts) => ({ day, starts, ends: later(starts), session: 'morning' })),
      tables: Array.from({ length: wanted.tables }, (_, index) => ({ name: `Table ${index + 1}` })),
    },
  })
  const two = ([a, b]: readonly [string, string, ...unknown[]]) => [who[a] ?? '', who[b] ?? ''] as const
  await send(`/missions/${id}/requests`, {
    body: {
      requests: wanted.pairs.map((pair) => {
        const [fromId, toId] = two(pair)
        return { fromId, toId, wish: 'want', answer: 'accepted' }
      }),
    },
  })
  await send(`/missions/${id}/meetings`, {
    body: {
      pairs: wanted.pairs.map((pair) => {
        const [aId, bId] = two(pair)
        const [, , slot, table] = pair
        return slot === undefined || table === undefined
          ? { aId, bId }
          : { aId, bId, slotId: grid.slots[slot]?.id, tableId: grid.tables[table]?.id }
      }),
    },
  })
  const meeting = async (a: string, b: string) => {
    const found = (await schedule()).meetings.find(({ aId, bId }) => aId === who[a] && bId === who[b])
    if (!found) throw new Error(`${a} and ${b} have no meeting`)
    return found
  }
  return {
    id,
    title,
    who,
    schedule,
    meeting,
    async placeOf(a, b) {
      const { slotId, tableId } = await meeting(a, b)
      const slot = grid.slots.find((one) => one.id === slotId)
      const table = grid.tables.find((one) => one.id === tableId)
      return slot && table ? `${slot.starts} ${table.name}` : null
    },
  }
}
