import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { instantOf, localIn } from '../../../domain/time-zone.ts'
import { cityOf, type Format, useFormat } from '../../../i18n/format.ts'
import { type Model, type Slot, twoOf } from './model.ts'

/** What things of a schedule are called in a sentence. Slots are named by their position. */
export interface Names {
  who: (id: string) => string
  /** "Nicolas Labs – Kyoto Bio" */
  pair: (meetingId: string) => string
  /** "Wed 15 Oct, 10:00" */
  slot: (index: number) => string
  slotById: (id: string) => string
  /** Neighbouring slots as one stretch: "Wed 15 Oct, 10:00–11:30". */
  slots: (indexes: readonly number[]) => string
  table: (id: string) => string
  /** "A, B and C"; more than `most` are counted. */
  list: (names: readonly string[], most?: number) => string
}

const localeOf = (language: string) => (language === 'fr' ? 'fr-FR' : 'en-GB')

/** Made once for each language: a large schedule names thousands of slots. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** "Wed 15 Oct" */
export function shortDay(day: string, language: string): string {
  const locale = localeOf(language)
  let format = dayFormats.get(locale)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    })
    dayFormats.set(locale, format)
  }
  return format.format(new Date(`${day}T12:00:00Z`))
}

/** The same moment on the clock at home, and whether it is another day there; null where no other zone is known. */
export function atHome(
  { day, starts }: Pick<Slot, 'day' | 'starts'>,
  { timeZone, homeTimeZone }: { timeZone: string | null; homeTimeZone: string | null },
): { time: string; date: string } | null {
  if (!timeZone || !homeTimeZone || timeZone === homeTimeZone) return null
  return localIn(instantOf(day, starts, timeZone), homeTimeZone)
}

/** The city that a zone is named after, for a column's header. */
export const placeOf = (zone: string | null): string | null => (zone ? cityOf(zone) : null)

/** Slots that follow each other on one day and in one half of it, as stretches. */
export function stretches(model: Model, indexes: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = []
  for (const index of [...indexes].sort((x, y) => x - y)) {
    const last = found.at(-1)
    if (last && last[1] === index - 1 && model.slots[index]?.day === model.slots[last[1]]?.day)
      last[1] = index
    else found.push([index, index])
  }
  return found
}

export function namesOf(model: Model, f: Format, more: (count: number) => string, unknown: string): Names {
  const who = (id: string) => model.participants.get(id)?.name ?? unknown
  const at = ({ day, starts }: Slot) => `${shortDay(day, f.language)}, ${starts}`
  const slot = (index: number) => {
    const found = model.slots[index]
    return found ? at(found) : unknown
  }
  const list = (names: readonly string[], most = 4) =>
    f.list(names.length > most ? [...names.slice(0, most), more(names.length - most)] : [...names])
  return {
    who,
    pair(id) {
      const two = twoOf(model, id)
      return two ? `${who(two.aId)} – ${who(two.bId)}` : unknown
    },
    slot,
    slotById: (id) => slot(model.slotIndex.get(id) ?? -1),
    slots: (indexes) =>
      list(
        stretches(model, indexes).map(([first, last]) =>
          first === last ? slot(first) : `${slot(first)}–${model.slots[last]?.ends ?? ''}`,
        ),
      ),
    table: (id) => model.tables[model.tableIndex.get(id) ?? -1]?.name ?? unknown,
    list,
  }
}

/** The names of a schedule in the reader's language. */
export function useNames(model: Model): Names {
  const { t } = useTranslation(['meetings', 'common'])
  const f = useFormat()
  return useMemo(
    () => namesOf(model, f, (count) => t('names.more', { count }), t('common:unknown')),
    [model, f, t],
  )
}
