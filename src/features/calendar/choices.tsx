import { Checkbox, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type CalendarKind, type CalendarLanguage, calendarKinds } from '../../contract/calendars.ts'
import { maxPage } from '../../contract/primitives.ts'
import { alliances } from '../../data/alliances.ts'
import { markets } from '../../data/markets.ts'
import { organisations } from '../../data/organisations.ts'
import { languageNames } from '../../i18n/languages.ts'
import { FieldRow } from '../../ui/field-row.tsx'
import classes from './calendar.module.css'
import type { Chosen } from './dialog.tsx'

const alarms = ['none', '0', '1', '3', '7', '14'] as const

/** Which days go in, narrowed to what, in which language, with or without reminders. */
export function Choices({
  chosen,
  onChange,
}: {
  chosen: Chosen
  onChange: (patch: Partial<Chosen>) => void
}) {
  const { t } = useTranslation('calendar')
  return (
    <>
      <Checkbox.Group
        label={t('kinds')}
        value={chosen.kinds}
        error={chosen.kinds.length === 0 ? t('noKind') : undefined}
        onChange={(kinds) => onChange({ kinds: calendarKinds.filter((kind) => kinds.includes(kind)) })}
      >
        <div className={classes.kinds}>
          {calendarKinds.map((kind: CalendarKind) => (
            <Checkbox key={kind} value={kind} label={t(`kind.${kind}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <ScopeFields chosen={chosen} onChange={onChange} />
      <FieldRow>
        <div>
          <span className={classes.label} id="calendar-language">
            {t('language')}
          </span>
          <SegmentedControl
            aria-labelledby="calendar-language"
            value={chosen.language}
            onChange={(language) => onChange({ language: language as CalendarLanguage })}
            data={(['en', 'fr'] as const).map((value) => ({ value, label: languageNames[value] }))}
          />
        </div>
        <Select
          label={t('alarm')}
          allowDeselect={false}
          value={chosen.alarmDays === null ? 'none' : String(chosen.alarmDays)}
          data={alarms.map((value) => ({
            value,
            label:
              value === 'none' || value === '0'
                ? t(`alarms.${value}`)
                : t('alarms.before', { count: Number(value) }),
          }))}
          onChange={(value) => onChange({ alarmDays: value === 'none' || !value ? null : Number(value) })}
        />
      </FieldRow>
    </>
  )
}

function ScopeFields({ chosen, onChange }: { chosen: Chosen; onChange: (patch: Partial<Chosen>) => void }) {
  const { t } = useTranslation(['calendar', 'app'])
  const query = { limit: maxPage }
  const named = {
    alliance: useQuery(alliances.page({ query })).data?.items,
    cluster: useQuery(organisations.page({ query: { ...query, kind: 'cluster' } })).data?.items,
    market: useQuery(markets.page({ query })).data?.items,
  }
  return (
    <FieldRow>
      {(['alliance', 'cluster', 'market'] as const).map((key) => (
        <Select
          key={key}
          searchable
          clearable
          label={t(`app:scope.${key}`)}
          placeholder={t(`app:scope.allOf.${key}`)}
          value={chosen[key]}
          data={(named[key] ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => onChange({ [key]: value })}
        />
      ))}
    </FieldRow>
  )
}
