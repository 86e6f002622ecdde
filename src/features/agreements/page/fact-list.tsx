import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AlliancePicker } from '../../../components/alliance-picker.tsx'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { LanguageSelect } from '../../../components/language-select.tsx'
import { MarketPicker } from '../../../components/market-picker.tsx'
import { binned } from '../../../components/may-write.ts'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import { useReason } from '../../../components/problem-sentence.ts'
import { RecordFact } from '../../../components/record-fact.tsx'
import { RegionSelect } from '../../../components/region-select.tsx'
import { DateFact, TextFact } from '../../../components/text-fact.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement, AgreementInput } from '../../../contract/agreements.ts'
import type { Named } from '../../../contract/primitives.ts'
import { agreements } from '../../../data/agreements.ts'
import { addDays, lastDay } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import { TypeSelect } from '../form/type-select.tsx'
import classes from './page.module.css'

/** The agreement's facts, each edited where it stands. */
export function AgreementFactList({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'common'])
  const f = useFormat()
  const reason = useReason()
  const update = useWrite(agreements.update, { message: () => t('changed') })
  const { id, version, alliance, market, region, negotiator, ends, noticeDays } = agreement
  const save = (body: Partial<AgreementInput>, over: number) =>
    update.mutateAsync({ params: { id }, body, version: over })
  const frozen = reason(binned(agreement))
  const at = { version, reason: frozen }
  const editing = { ...at, save }
  const date = (field: 'starts' | 'ends' | 'targetSignature') => (
    <DateFact editing={editing} label={t(`fact.${field}`)} field={field} value={agreement[field]} />
  )
  return (
    <Section title={t('facts')}>
      <Facts>
        <TextFact
          editing={editing}
          label={t('fact.title')}
          field="title"
          value={agreement.title}
          required
          maxLength={500}
        />
        <EditableFact
          {...at}
          label={t('fact.type')}
          field="type"
          value={agreement.type}
          show={(type) => t(`common:agreementType.${type}`)}
          input={(props) => <TypeSelect {...props} />}
          save={(type, over) => save({ type }, over)}
        >
          {t(`common:agreementType.${agreement.type}`)}
        </EditableFact>
        <RecordFact
          editing={editing}
          label={t('fact.alliance')}
          field="alliance"
          value={alliance}
          noun="alliances"
          picker={(props) => <AlliancePicker {...props} />}
        />
        <RecordFact
          editing={editing}
          label={t('fact.market')}
          field="market"
          value={market}
          noun="markets"
          picker={(props) => <MarketPicker {...props} />}
          also={{ regionId: null }}
        />
        {market && (
          <EditableFact
            {...at}
            label={t('fact.region')}
            field="region"
            path="regionId"
            value={region?.id ?? null}
            valueIn={(record) => (record.region as Named | null)?.id ?? null}
            show={(value) => (value === region?.id ? region?.name : t('form.anotherRegion'))}
            input={(props) => <RegionSelect {...props} marketId={market.id} />}
            save={(regionId, over) => save({ regionId }, over)}
          >
            {region?.name}
          </EditableFact>
        )}
        <RecordFact
          editing={editing}
          label={t('fact.negotiator')}
          field="negotiator"
          value={negotiator}
          noun="organisations"
          picker={(props) => <OrganisationPicker {...props} />}
        />
        {date('starts')}
        {date('ends')}
        <EditableFact
          {...at}
          label={t('fact.noticeDays')}
          field="noticeDays"
          value={noticeDays}
          input={({ onChange, ...props }) => (
            <NumberInput
              {...props}
              min={0}
              max={3650}
              allowDecimal={false}
              onChange={(value) => onChange(Number(value) || 0)}
            />
          )}
          save={(value, over) => save({ noticeDays: value }, over)}
        >
          {t('notice.window', { count: noticeDays })}
          {ends && (
            <span className={classes.quiet}>
              {t('notice.from', { date: f.date(addDays(lastDay(ends), -noticeDays)) })}
            </span>
          )}
        </EditableFact>
        {!agreement.signedOn && date('targetSignature')}
        <EditableFact
          {...at}
          label={t('fact.language')}
          field="language"
          value={agreement.language}
          show={(value) => value && f.languageName(value)}
          input={(props) => <LanguageSelect {...props} />}
          save={(language, over) => save({ language }, over)}
        >
          {agreement.language && f.languageName(agreement.language)}
        </EditableFact>
        <TextFact
          editing={editing}
          label={t('fact.reference')}
          field="reference"
          value={agreement.reference}
          maxLength={200}
        />
        <TextFact
          editing={editing}
          label={t('fact.summary')}
          field="summary"
          value={agreement.summary}
          long
          maxLength={20_000}
        />
        {agreement.lastSignOfLife && (
          <Fact label={t('fact.lastSignOfLife')}>
            <LastSign day={agreement.lastSignOfLife} asOf={agreement.asOf} />
          </Fact>
        )}
      </Facts>
    </Section>
  )
}

function LastSign({ day, asOf }: { day: string; asOf: string }): ReactNode {
  const f = useFormat()
  return (
    <>
      <time dateTime={day}>{f.date(day)}</time>
      <span className={classes.quiet}>{f.relativeDays(day, asOf)}</span>
    </>
  )
}
