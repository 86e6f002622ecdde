import { type Money, writeAmount } from '../domain/money.ts'
import type { CivilDate } from '../domain/partial-date.ts'

/** What a cell of a file holds: a plain text is always words, "=1+1" and "0012" too. */
export type SheetCell = null | string | boolean | NumberCell | DayCell | FormulaCell

export interface NumberCell {
  kind: 'number'
  /** Digits with a point, as they are to be kept: "1862505.50". */
  digits: string
  /** How many decimals are shown; null: as many as there are. */
  decimals: number | null
}

export interface DayCell {
  kind: 'day'
  day: CivilDate
}

/** A formula of a workbook with what it comes to: readers that don't reckon show that. */
export interface FormulaCell {
  kind: 'formula'
  /** Without "=" before it, in English, commas between arguments: "SUM(B2:B9)". */
  formula: string
  digits: string
  decimals: number | null
}

export interface Sheet {
  name: string
  rows: readonly (readonly SheetCell[])[]
  /** How many rows at the top are heads: bold, and stay in sight. */
  heads?: number
  /** In characters. */
  widths?: readonly number[]
}

const written = (value: number | string): string => {
  const digits = String(value)
  if (!isDecimal(digits)) throw new RangeError(`${digits} is not a decimal`)
  return digits
}

export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

export const numberCell = (value: number | string, decimals: number | null = null): NumberCell => ({
  kind: 'number',
  digits: written(value),
  decimals,
})

/** An amount to the cent, or to the whole where its currency has no smaller unit. May be below zero. */
export const moneyCell = (money: Money): NumberCell => numberCell(moneyDigits(money), decimalsIn(money))

export const dayCell = (day: CivilDate | null): DayCell | null => (day === null ? null : { kind: 'day', day })

/** A sum or the like that comes to that amount. */
export const moneyFormula = (formula: string, money: Money): FormulaCell => ({
  kind: 'formula',
  formula,
  digits: moneyDigits(money),
  decimals: decimalsIn(money),
})

/** "-12.50": an amount's digits, with a sign where it is below zero. */
export function moneyDigits({ minor, currency }: Money): string {
  const digits = writeAmount({ minor: Math.abs(minor), currency })
  return minor < 0 ? `-${digits}` : digits
}

const decimalsIn = (money: Money) => moneyDigits(money).split('.')[1]?.length ?? 0

/** "A", "Z", "AA": the letters of a column, counted from 0. */
export function columnLetters(column: number): string {
  const rest = column % 26
  const before = Math.floor(column / 26)
  return (before > 0 ? columnLetters(before - 1) : '') + String.fromCharCode(65 + rest)
}
