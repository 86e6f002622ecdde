import {
  dayCell,
  moneyCell,
  moneyFormula,
  numberCell,
  type Sheet,
  type SheetCell,
} from '../../../sheets/cells.ts'
import type { Audited, Summed } from './audited.ts'

/** Each rate that was used, once, with its day and where it is from. */
export function rateSheet({ claim, words: { rates, sheets } }: Audited): Sheet {
  return {
    name: sheets.rates,
    rows: [
      [rates.currency, rates.rate, rates.on, rates.source, rates.rows],
      ...claim.rates.map(({ currency, rate, on, source, rows }): SheetCell[] => [
        currency,
        numberCell(rate),
        dayCell(on),
        source,
        numberCell(rows),
      ]),
    ],
    heads: 1,
    widths: [10, 14, 12, 40, 8],
  }
}

/** A statement per paying cluster: its rows by formula, what of them are direct costs, and its share of the indirect ones. */
export function clusterSheet(
  { claim, rows: claimed, words: { clusters: words, sheets } }: Audited,
  summed: Summed,
): Sheet {
  const money = (minor: number) => ({ minor, currency: claim.currency })
  const last = claim.byCluster.length + 1
  const rowsOf = (payerId: string | null) =>
    claimed.reduce((sum, { payer, amount }) => ((payer?.id ?? null) === payerId ? sum + amount : sum), 0)
  const sum = (letter: string, minor: number) =>
    moneyFormula(last > 1 ? `SUM(${letter}2:${letter}${last})` : '0', money(minor))
  return {
    name: sheets.clusters,
    rows: [
      [words.cluster, words.rows, words.byFormula, words.direct, words.indirect, words.total],
      ...claim.byCluster.map(({ cluster, rows, direct, indirect, total }, n): SheetCell[] => [
        cluster?.name ?? words.none,
        numberCell(rows),
        moneyFormula(
          summed.map((part) => `SUMPRODUCT((${part.payer}=$A${n + 2})*${part.amount})`).join('+'),
          money(rowsOf(cluster?.id ?? null)),
        ),
        moneyCell(money(direct)),
        moneyCell(money(indirect)),
        moneyFormula(`D${n + 2}+E${n + 2}`, money(total)),
      ]),
      [
        words.sum,
        numberCell(claim.rowCount),
        sum(
          'C',
          claimed.reduce((all, { amount }) => all + amount, 0),
        ),
        sum('D', claim.direct),
        sum('E', claim.indirect),
        sum('F', claim.total),
      ],
    ],
    heads: 1,
    widths: [30, 8, 22, 16, 16, 16],
  }
}

/** What each funder owes of what is accepted, and what no stated share covers. */
export function funderSheet({ claim, words: { funders: words, sheets } }: Audited): Sheet {
  const money = (minor: number) => ({ minor, currency: claim.currency })
  const last = claim.byFunder.length + 2
  return {
    name: sheets.funders,
    rows: [
      [words.funder, words.share, words.due],
      ...claim.byFunder.map(({ funder, bp, due }): SheetCell[] => [
        funder.name,
        bp === null ? null : numberCell(bp / 100),
        due === null ? words.unknown : moneyCell(money(due)),
      ]),
      [words.uncovered, null, moneyCell(money(claim.uncovered))],
      [
        words.sum,
        null,
        moneyFormula(`SUM(C2:C${last})`, money(claim.accepted.total)),
        moneyCell(money(claim.accepted.total)),
      ],
    ],
    heads: 1,
    widths: [36, 10, 18, 18],
  }
}

/** The files of the archive, each with the digest by which it can be checked. */
export function receiptSheet({ receipts, words: { files, sheets } }: Audited): Sheet {
  return {
    name: sheets.receipts,
    rows: [
      [files.file, files.row, files.expense, files.original, files.size, files.sha256, files.attached],
      ...receipts.map(({ file, row, expense, filename, size, sha256, attachedOn }): SheetCell[] => [
        file,
        numberCell(row),
        expense,
        filename,
        numberCell(size),
        sha256,
        dayCell(attachedOn),
      ]),
    ],
    heads: 1,
    widths: [44, 6, 30, 30, 12, 66, 12],
  }
}
