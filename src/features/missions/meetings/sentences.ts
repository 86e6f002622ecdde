import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conflict } from '../../../domain/schedule/check.ts'
import type { Flaw } from '../../../domain/schedule/flaws.ts'
import type { FitFinding } from '../../../domain/schedule/will-it-fit.ts'
import { type Format, useFormat } from '../../../i18n/format.ts'
import { type Model, twoOf } from './model.ts'
import { type Names, useNames } from './names.ts'

export interface Sentences {
  /** Why a place can't be had, as a sentence with names. */
  conflict: (conflict: Conflict) => string
  /** Why not everything fits. */
  finding: (finding: FitFinding) => string
}

type T = TFunction<['meetings', 'common']>

function conflictSentence(t: T, names: Names, model: Model, conflict: Conflict): string {
  switch (conflict.code) {
    case 'double-booking': {
      // The first is the meeting that is being moved; the others stand there already.
      const [, ...others] = conflict.meetings
      const whom = others.flatMap((id) => {
        const two = twoOf(model, id)
        return two ? names.who(two.aId === conflict.participant ? two.bId : two.aId) : []
      })
      return t('conflict.doubleBooking', {
        who: names.who(conflict.participant),
        whom: names.list(whom),
        slot: names.slot(conflict.slot),
      })
    }
    case 'table-taken':
      return t('conflict.tableTaken', {
        table: names.table(conflict.table),
        pairs: names.list(conflict.meetings.slice(1).map(names.pair)),
        slot: names.slot(conflict.slot),
      })
    case 'table-closed':
      return t('conflict.tableClosed', {
        table: names.table(conflict.table),
        slot: names.slot(conflict.slot),
      })
    case 'unavailable':
      return t('conflict.unavailable', {
        who: names.who(conflict.participant),
        slot: names.slot(conflict.slot),
      })
    case 'session':
      return t(`conflict.session.${conflict.session}`, { pair: names.pair(conflict.meeting) })
    case 'order':
      return t('conflict.order', {
        pair: names.pair(conflict.meeting),
        earlier: names.pair(conflict.earlier),
        slot: names.slot(conflict.earlierSlot),
      })
    case 'locked':
    case 'fixed':
      return t('conflict.locked', {
        pair: names.pair(conflict.meeting),
        slot: names.slot(conflict.wanted.slot),
      })
    case 'slot-not-allowed':
      return t('conflict.notAllowed', {
        pair: names.pair(conflict.meeting),
        slots: names.slots(conflict.allowed),
      })
    case 'with-itself':
      return t('conflict.withItself', { who: names.who(conflict.participant) })
    case 'placed-twice':
      return t('conflict.placedTwice', { pair: names.pair(conflict.meeting) })
    default:
      return t('conflict.unknown')
  }
}

function flawSentence(t: T, names: Names, flaw: Flaw): string {
  switch (flaw.code) {
    case 'no-slots':
      return t('finding.noSlots')
    case 'no-tables':
      return t('finding.noTables')
    case 'with-itself':
      return t('conflict.withItself', { who: names.who(flaw.participant) })
    case 'unknown-participant':
      return t('finding.stranger', { pair: names.pair(flaw.meeting) })
    default:
      return t('finding.unsound')
  }
}

function findingSentence(t: T, names: Names, f: Format, finding: FitFinding): string {
  const pairs = (ids: readonly string[]) => names.list(ids.map(names.pair), 3)
  switch (finding.code) {
    case 'flaw':
      return flawSentence(t, names, finding.flaw)
    case 'too-few-tables':
      return t('finding.tooFewTables', {
        meetings: f.number(finding.meetings),
        places: f.number(finding.places),
        count: finding.meetings - finding.places,
      })
    case 'too-few-people':
      return t('finding.tooFewPeople', {
        meetings: f.number(finding.meetings),
        atMost: f.number(finding.atMost),
      })
    case 'participant-over':
      return t('finding.participantOver', {
        who: names.who(finding.participant),
        meetings: f.number(finding.meetings),
        count: finding.freeSlots,
      })
    case 'participant-crowded':
      return t(finding.session ? `finding.crowded.${finding.session}` : 'finding.crowded.any', {
        who: names.who(finding.participant),
        meetings: f.number(finding.meetings.length),
        slots: names.slots(finding.slots),
        count: finding.slots.length,
      })
    case 'no-common-slot':
      return t('finding.noCommonSlot', { a: names.who(finding.a), b: names.who(finding.b) })
    case 'slots-crowded':
      return t('finding.slotsCrowded', {
        meetings: f.number(finding.meetings.length),
        slots: names.slots(finding.slots),
        pairs: pairs(finding.meetings),
        count: finding.places,
      })
    case 'order-too-long':
      return t('finding.orderTooLong', { pairs: pairs(finding.meetings), count: finding.slots.length })
    case 'order-cycle':
      return t('finding.orderCycle', { pairs: pairs(finding.meetings) })
  }
}

/** The sentences about a schedule, with its names, in the reader's language. */
export function useSentences(model: Model): Sentences {
  const { t } = useTranslation(['meetings', 'common'])
  const f = useFormat()
  const names = useNames(model)
  return useMemo(
    () => ({
      conflict: (conflict) => conflictSentence(t, names, model, conflict),
      finding: (finding) => findingSentence(t, names, f, finding),
    }),
    [t, f, names, model],
  )
}
