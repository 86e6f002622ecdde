import { useTranslation } from 'react-i18next'
import { EditSection } from '../../../components/edit-section.tsx'
import type { Grant } from '../../../contract/grants.ts'
import { usualCategories } from '../../../domain/grant.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Fact, Facts } from '../../../ui/facts.tsx'
import type { GrantEditing } from '../use-grant.ts'
import { useCategoryName, usePercent } from '../words.ts'
import { RulesFields } from './rules-fields.tsx'
import { type RulesText, rulesOf, rulesText } from './rules-text.ts'

/** What the funder asks for. Unknown says so: nothing is assumed of a rule that nobody has entered. */
export function RulesSection({ grant, editing }: { grant: Grant; editing: GrantEditing }) {
  const { t } = useTranslation('grants')
  return (
    <EditSection<RulesText>
      label={t('rules.title')}
      field="rules"
      value={rulesText(grant)}
      version={editing.version}
      reason={editing.reason}
      valueIn={(record) => rulesText(record as unknown as Grant)}
      show={(text) => {
        const rules = rulesOf(text)
        return rules && <Rules grant={{ ...grant, rules: { ...grant.rules, ...rules } }} />
      }}
      save={(text, version) => {
        const rules = rulesOf(text)
        return rules ? editing.save({ rules }, version) : Promise.reject(null)
      }}
      input={({ value, onChange, error }) => (
        <RulesFields
          value={value}
          set={(patch) => onChange({ ...value, ...patch })}
          grant={grant}
          error={error}
        />
      )}
    >
      <Rules grant={grant} />
    </EditSection>
  )
}

function Rules({ grant: { rules, currency } }: { grant: Grant }) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const percent = usePercent()
  const nameOf = useCategoryName(rules)
  const { categories, indirect, rates, transfer, eligible, claimPeriods } = rules
  const left = indirect?.kind === 'share_of_direct' && indirect.except.length > 0 ? indirect.except : null
  return (
    <Facts>
      <Fact label={t('rules.categories')}>
        {categories.length === 0 ? (
          t('rules.usual', { list: f.list(usualCategories.map(nameOf)) })
        ) : (
          <div>
            {categories.map(({ key, direct, limitBp }) => (
              <div key={key}>
                {[
                  nameOf(key),
                  !direct && t('rules.indirectCost'),
                  limitBp !== null && t('rules.limitOf', { percent: percent(limitBp) }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </div>
            ))}
          </div>
        )}
      </Fact>
      <Fact label={t('rules.indirect')}>
        {indirect &&
          [
            t(`rules.indirectWords.${indirect.kind}`, {
              percent: indirect.kind === 'none' ? '' : percent(indirect.bp),
            }),
            left && t('rules.except', { list: f.list(left.map(nameOf)) }),
          ]
            .filter(Boolean)
            .join(', ')}
      </Fact>
      <Fact label={t('rules.rates')}>
        {rates ? t(`rules.rateKind.${rates.kind}`) : t('rules.ratesNone')}
        {rates?.kind === 'fixed' &&
          rates.quotes.map((quote) => (
            <div key={quote.currency}>
              {t('rules.quote', { rate: quote.rate, currency: quote.currency, to: currency })}
            </div>
          ))}
      </Fact>
      <Fact label={t('rules.transfer')}>
        {transfer &&
          t(`rules.transferWords.${transfer.kind}`, {
            percent: transfer.kind === 'free' ? '' : percent(transfer.bp),
          })}
      </Fact>
      <Fact label={t('rules.eligible')}>
        {eligible ? f.period(eligible.from, eligible.to) : t('rules.period')}
      </Fact>
      <Fact label={t('rules.claimPeriods')}>
        {claimPeriods.length === 0 ? (
          t('rules.none')
        ) : (
          <div>
            {claimPeriods.map(({ from, to, due }) => (
              <div key={from + to}>
                {t('rules.claimPeriod', { period: f.period(from, to), due: f.date(due) })}
              </div>
            ))}
          </div>
        )}
      </Fact>
      <Fact label={t('rules.secondApproval')}>
        {t(rules.secondApproval ? 'rules.approvalYes' : 'rules.approvalNo')}
      </Fact>
    </Facts>
  )
}
