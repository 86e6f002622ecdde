import { NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { readAmount } from '../../../domain/money.ts'
import { type Supposition, whatIf } from '../../../domain/what-if.ts'
import { useFormat } from '../../../i18n/format.ts'
import { FieldRow } from '../../../ui/field-row.tsx'
import { useLineName } from '../line-name.ts'
import { rateOf } from '../rate-of.ts'
import { useCategoryName } from '../words.ts'
import classes from './position.module.css'

interface Tried {
  more: number
  each: string
  lineId: string | null
  percent: number
  category: string | null
  currency: string | null
  rate: string
}

const nothing: Tried = {
  more: 0,
  each: '',
  lineId: null,
  percent: 0,
  category: null,
  currency: null,
  rate: '',
}

interface Props {
  grant: Grant
  position: Position
}

/** Two more companies, a flight 30% dearer, the yen at 150: reckoned here, on what is open; nothing is written. */
export function WhatIf({ grant, position }: Props) {
  const { t } = useTranslation('grants')
  const [tried, setTried] = useState(nothing)
  const set = (patch: Partial<Tried>) => setTried((current) => ({ ...current, ...patch }))
  const suppositions = suppositionsOf(tried, position.currency)
  return (
    <>
      <CompanyFields grant={grant} position={position} tried={tried} set={set} />
      <PriceFields grant={grant} position={position} tried={tried} set={set} />
      <RateFields position={position} tried={tried} set={set} />
      {suppositions.length === 0 ? (
        <p className={classes.quiet}>{t('whatIf.none')}</p>
      ) : (
        <Outcome grant={grant} position={position} suppositions={suppositions} />
      )}
    </>
  )
}

function suppositionsOf({ more, each, lineId, percent, category, currency, rate }: Tried, into: string) {
  const amount = readAmount(each, into)
  const known = rateOf(rate)
  const all: Supposition[] = []
  if (more !== 0 && lineId && 'minor' in amount)
    all.push({ kind: 'companies', more, each: amount.minor, lineId })
  if (percent !== 0) all.push({ kind: 'price', bp: Math.round(percent * 100), ...(category && { category }) })
  if (currency && known) all.push({ kind: 'rate', currency, rate: known })
  return all
}

type Fields = Props & { tried: Tried; set: (patch: Partial<Tried>) => void }

function CompanyFields({ grant, position, tried, set }: Fields) {
  const { t } = useTranslation('grants')
  const lineName = useLineName(grant.rules)
  return (
    <FieldRow>
      <NumberInput
        label={t('whatIf.companies')}
        allowDecimal={false}
        min={-1000}
        max={1000}
        value={tried.more}
        onChange={(value) => set({ more: Number(value) || 0 })}
      />
      <TextInput
        label={`${t('whatIf.each')} (${position.currency})`}
        inputMode="decimal"
        maxLength={30}
        value={tried.each}
        error={
          tried.each !== '' && 'refusal' in readAmount(tried.each, position.currency) && t('whatIf.notRead')
        }
        onChange={(event) => set({ each: event.currentTarget.value })}
      />
      <Select
        label={t('whatIf.line')}
        data={position.lines.flatMap((line) =>
          line.lineId ? [{ value: line.lineId, label: lineName(line) }] : [],
        )}
        value={tried.lineId}
        onChange={(lineId) => set({ lineId })}
      />
    </FieldRow>
  )
}

function PriceFields({ grant, position, tried, set }: Fields) {
  const { t } = useTranslation('grants')
  const nameOf = useCategoryName(grant.rules)
  const keys = [...new Set(position.lines.flatMap(({ category }) => category ?? []))]
  return (
    <FieldRow>
      <NumberInput
        label={t('whatIf.price')}
        min={-100}
        max={1000}
        decimalScale={2}
        value={tried.percent}
        onChange={(value) => set({ percent: Number(value) || 0 })}
      />
      <Select
        label={t('whatIf.priceOn')}
        placeholder={t('whatIf.everything')}
        clearable
        data={keys.map((key) => ({ value: key, label: nameOf(key) }))}
        value={tried.category}
        onChange={(category) => set({ category })}
      />
    </FieldRow>
  )
}

function RateFields({ position: { exposure, currency }, tried, set }: Omit<Fields, 'grant'>) {
  const { t } = useTranslation('grants')
  const open = [...new Set(exposure.map((part) => part.currency))].filter((code) => code !== currency)
  if (open.length === 0) return <p className={classes.quiet}>{t('whatIf.noExposure')}</p>
  return (
    <FieldRow>
      <Select
        label={t('whatIf.rateOf')}
        clearable
        data={open}
        value={tried.currency}
        onChange={(next) => set({ currency: next })}
      />
      <TextInput
        label={t('whatIf.rate', { currency: tried.currency ?? '…', to: currency })}
        inputMode="decimal"
        maxLength={20}
        value={tried.rate}
        error={tried.rate !== '' && !rateOf(tried.rate) && t('whatIf.notRead')}
        onChange={(event) => set({ rate: event.currentTarget.value })}
      />
    </FieldRow>
  )
}

function Outcome({ grant, position, suppositions }: Props & { suppositions: Supposition[] }) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const lineName = useLineName(grant.rules)
  const lines = position.lines.map(({ lineId, category, mission, figures }) => ({
    lineId,
    category,
    missionId: mission?.id ?? null,
    figures,
  }))
  const outcome = whatIf(position.currency, lines, position.exposure, suppositions)
  const money = (minor: number) => f.money({ minor, currency: position.currency })
  const signed = (minor: number) => (minor > 0 ? `+${money(minor)}` : money(minor))
  const budget = grant.use.budget
  const left = budget === null ? null : budget - outcome.total.figures.forecast
  const changed = outcome.lines.filter(({ change }) => change !== 0)
  return (
    <div className={classes.scroll} role="status">
      <table className={classes.table} aria-label={t('whatIf.title')}>
        <thead>
          <tr>
            <th scope="col">{t('roll.by.line')}</th>
            <th scope="col">{t('whatIf.before')}</th>
            <th scope="col">{t('whatIf.change')}</th>
            <th scope="col">{t('whatIf.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ lineId, change, figures }) => {
            const line = position.lines.find((one) => one.lineId === lineId)
            return (
              <tr key={lineId}>
                <th scope="row">{line && lineName(line)}</th>
                <td>{money(line?.figures.forecast ?? 0)}</td>
                <td>{signed(change)}</td>
                <td>{money(figures.forecast)}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('roll.sum')}</th>
            <td>{money(position.total.forecast)}</td>
            <td>{signed(outcome.total.change)}</td>
            <td>{money(outcome.total.figures.forecast)}</td>
          </tr>
          {left !== null && (
            <tr>
              <th scope="row">{t(left < 0 ? 'whatIf.over' : 'whatIf.left')}</th>
              <td />
              <td />
              <td data-negative={left < 0 || undefined}>{money(Math.abs(left))}</td>
            </tr>
          )}
        </tfoot>
      </table>
    </div>
  )
}
