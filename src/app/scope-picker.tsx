import { Combobox, useCombobox } from '@mantine/core'
import Check from 'lucide-react/icons/check'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useScope } from '../components/scope.ts'
import { useFormat } from '../i18n/format.ts'
import { Dot } from '../ui/dot.tsx'
import { matches } from '../ui/matches.ts'
import { BarButton } from './bar-button.tsx'
import classes from './scope-picker.module.css'

interface Option {
  id: string
  name: string
  colour?: string | null
}

/** One dimension of the scope: everything, or one alliance, cluster or market. */
export function ScopePicker({
  name,
  options,
}: {
  name: 'alliance' | 'cluster' | 'market'
  options: Option[] | undefined
}) {
  const { t } = useTranslation('app')
  const f = useFormat()
  const scope = useScope()
  const [text, setText] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      combobox.focusTarget()
      setText('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const chosen = options?.find(({ id }) => id === scope[name])
  const found = (options ?? [])
    .filter((option) => matches(option.name, text))
    .sort((a, b) => f.compare(a.name, b.name))
  const choose = (value: string) => {
    scope.change({ [name]: value === '' ? null : value })
    combobox.closeDropdown()
  }
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      width={280}
      position="bottom-start"
      // In the bar's landmark, and not cut off where the bar scrolls.
      withinPortal={false}
      floatingStrategy="fixed"
      shadow="md"
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <BarButton
          data-control={name}
          chevron
          on={Boolean(scope[name])}
          icon={chosen?.colour ? <Dot colour={chosen.colour} /> : undefined}
          onClick={() => combobox.toggleDropdown()}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          aria-label={chosen && `${t(`scope.${name}`)}${f.colon}${chosen.name}`}
        >
          {chosen?.name ?? (scope[name] ? t(`scope.${name}`) : t(`scope.allOf.${name}`))}
        </BarButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          role="combobox"
          aria-expanded
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.updateSelectedOptionIndex()
          }}
          placeholder={t('scope.find')}
          aria-label={t(`scope.${name}`)}
        />
        <Combobox.Options className={classes.options} aria-label={t(`scope.${name}`)}>
          {!text && (
            <Combobox.Option value="" active={!scope[name]} className={classes.option}>
              {t(`scope.allOf.${name}`)}
              {!scope[name] && <Check size={15} aria-hidden />}
            </Combobox.Option>
          )}
          {found.map((option) => (
            <Combobox.Option
              key={option.id}
              value={option.id}
              active={option.id === scope[name]}
              className={classes.option}
            >
              <span>
                {option.colour && <Dot colour={option.colour} />} {option.name}
              </span>
              {option.id === scope[name] && <Check size={15} aria-hidden />}
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {text && found.length === 0 && <p className={classes.nothing}>{t('scope.nothingFound')}</p>}
      </Combobox.Dropdown>
    </Combobox>
  )
}
