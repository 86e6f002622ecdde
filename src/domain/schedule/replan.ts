import { Board } from './board.ts'
import { conflictsAlone, lookup } from './check.ts'
import { dealTables } from './deal-tables.ts'
import { model } from './model.ts'
import type { Placement, ScheduleProblem, Timetable } from './types.ts'
import { worthOf } from './worth.ts'

/** How many placed meetings may be asked to move for one that needs room, and how long that is thought about. */
const mostMoves = 3
const mostThoughts = 20_000

export interface ReplanOptions {
  /**
   * Meetings that are worth moving others for, beside required ones and those that lost their place; the rest are put in
   * only where there is room.
   */
  added?: readonly string[]
}

export interface Replan {
  timetable: Placement[]
  /** Meetings that were placed and are now elsewhere, or nowhere. */
  moved: { meeting: string; from: Placement; to: Placement | null }[]
  /** Meetings that had no place and now have one. */
  added: Placement[]
}

/** Puts meetings in with as few moves of others as possible; the board stays one that can be held. */
class Inserter {
  private thoughts = 0
  private readonly board: Board
  private readonly bound: ReadonlySet<number>

  constructor(board: Board, bound: ReadonlySet<number>) {
    this.board = board
    this.bound = bound
  }

  private breaksWith(meeting: number): number {
    return this.board.breaks(this.board.of.a[meeting]!) + this.board.breaks(this.board.of.b[meeting]!)
  }

  /** The free slot where a meeting makes fewest breaks. */
  private putFree(meeting: number): boolean {
    const { board } = this
    let best = -1
    let fewest = Number.POSITIVE_INFINITY
    for (let slot = 0; slot < board.of.slots; slot++) {
      if (!board.fits(meeting, slot)) continue
      board.put(meeting, slot)
      const breaks = this.breaksWith(meeting)
      board.take(meeting)
      if (breaks < fewest) {
        best = slot
        fewest = breaks
      }
    }
    if (best >= 0) board.put(meeting, best)
    return best >= 0
  }

  /** Sets of meetings that would have to leave a slot's way; one set for each table that could be cleared. */
  private ways(meeting: number, slot: number): number[][] {
    const { board } = this
    const out = board.inTheWay(meeting, slot)
    if (!board.tableless(slot, out)) return [out]
    const ways: number[][] = []
    for (let other = 0; other < board.of.meetings; other++) {
      if (board.slotOf[other] === slot && !out.includes(other)) ways.push([...out, other])
    }
    return ways
  }

  /** How many others had to move for a meeting to be placed; -1 when it takes more than there may be. */
  private place(meeting: number, moves: number, settled: ReadonlySet<number>): number {
    if (this.putFree(meeting)) return 0
    if (moves === 0 || ++this.thoughts > mostThoughts) return -1
    const { board } = this
    const { slots, allowed } = board.of
    for (let slot = 0; slot < slots; slot++) {
      if (!allowed[meeting * slots + slot]) continue
      for (const out of this.ways(meeting, slot)) {
        if (out.length > moves || out.some((other) => settled.has(other) || this.bound.has(other))) continue
        const before = Int16Array.from(board.slotOf)
        for (const other of out) board.take(other)
        let used = out.length
        let good = board.fits(meeting, slot)
        if (good) board.put(meeting, slot)
        const stay = new Set([...settled, meeting])
        for (const other of out) {
          const more = good ? this.place(other, moves - used, stay) : -1
          good = more >= 0
          if (!good) break
          used += more
          stay.add(other)
        }
        if (good) return used
        board.restore(before)
      }
    }
    return -1
  }

  /** With the fewest moves there are, up to a limit; false when that is not enough. */
  insert(meeting: number, mayMove: boolean): boolean {
    for (let moves = 0; moves <= (mayMove ? mostMoves : 0); moves++) {
      this.thoughts = 0
      if (this.place(meeting, moves, new Set()) >= 0) return true
    }
    return false
  }
}

/**
 * A timetable for a changed problem that leaves as much as possible where it was: a placed meeting moves only when its
 * place is no longer good, or to make room for one that has to be placed and fits in no other way. Tables stay too.
 */
export function replan(problem: ScheduleProblem, previous: Timetable, options: ReplanOptions = {}): Replan {
  const of = model(problem)
  const board = new Board(of)
  const worth = worthOf(of)
  const facts = lookup(problem)
  const byWorth = (x: number, y: number) => worth[y]! - worth[x]!
  const at = (placement: Placement) => of.indexOf.get(placement.meeting)!
  const stillThere = previous.filter(({ meeting }) => of.indexOf.has(meeting))
  // A table that can't be had any more is no reason to change slot: another one will do.
  const good = (placement: Placement) =>
    conflictsAlone(facts, placement).every(({ code }) => code === 'table-closed' || code === 'unknown-table')
  const lockedAt = new Map<number, number>()
  problem.meetings.forEach(({ locked }, meeting) => {
    if (locked && of.options[meeting]! > 0) lockedAt.set(meeting, locked.slot)
  })
  for (const [meeting, slot] of lockedAt) if (board.fits(meeting, slot)) board.put(meeting, slot)
  const sorted = stillThere.filter(good).sort((x, y) => byWorth(at(x), at(y)))
  for (const placement of sorted) {
    if (board.slotOf[at(placement)]! < 0 && board.fits(at(placement), placement.slot)) {
      board.put(at(placement), placement.slot)
    }
  }
  const had = new Set(stillThere.map(at))
  const added = new Set(options.added)
  const needs = (meeting: number) =>
    had.has(meeting) || problem.meetings[meeting]!.required || added.has(problem.meetings[meeting]!.id)
  const out = Array.from({ length: of.meetings }, (_, meeting) => meeting)
    .filter((meeting) => board.slotOf[meeting]! < 0 && of.options[meeting]! > 0)
    .sort((x, y) => Number(needs(y)) - Number(needs(x)) || byWorth(x, y))
  const inserter = new Inserter(board, new Set(lockedAt.keys()))
  for (const meeting of out) inserter.insert(meeting, needs(meeting) ?? false)

  const timetable = dealTables(board, previous)
  const now = new Map(timetable.map((placement) => [placement.meeting, placement]))
  const then = new Map(previous.map((placement) => [placement.meeting, placement]))
  return {
    timetable,
    moved: stillThere.flatMap((from) => {
      const to = now.get(from.meeting) ?? null
      return to?.slot === from.slot && to.table === from.table ? [] : [{ meeting: from.meeting, from, to }]
    }),
    added: timetable.filter(({ meeting }) => !then.has(meeting)),
  }
}
