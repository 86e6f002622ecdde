import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from './field-props.ts'
import { matches, plain } from './matches.ts'
import { quietInOption } from './option-detail.ts'

export interface PickerOption {
  id: string
  name: string
  /** A second line that tells namesakes apart. */
  detail?: string | null
  icon?: ReactNode
}

export interface PickerAnswer {
  options: PickerOption[] | undefined
  isPending: boolean
  isError: boolean
}

export interface PickerProps extends Omit<FieldProps, 'value' | 'onChange'> {
  value: { id: string; name: string } | null
  onChange: (value: { id: string; name: string } | null) => void
  placeholder?: string
  /** Offers to create what was typed and was not found. */
  onCreate?: (name: string) => void
  /** No two are called the same: what is there under the name typed can't be created once more. */
  uniqueNames?: boolean
  /** Left out of the options: those chosen already. */
  exclude?: readonly string[]
}

const createValue = '+'

/**
 * One record, found by typing. The options come from the server as one types: `useOptions` is a hook that asks for
 * them; it is called with null while the list is closed. What was typed and left without a choice stays: where just one
 * has that name it is taken, else the field says that one must be chosen.
 */
export function AsyncPicker({
  value,
  onChange,
  onCreate,
  uniqueNames,
  exclude,
  placeholder,
  useOptions,
  ...rest
}: PickerProps & { useOptions: (text: string | null) => PickerAnswer }) {
  const { t } = useTranslation('ui')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed?.trim() ?? ''
  const [asked] = useDebouncedValue(text, 150)
  const [left, setLeft] = useState(false)
  const answer = useOptions(combobox.dropdownOpened || left ? asked : null)
  // While the next are on their way the last ones stay: one that is being pressed must not go from under the pointer.
  const last = useRef<PickerOption[] | undefined>(undefined)
  if (answer.options) last.current = answer.options
  const found = answer.options ?? (combobox.dropdownOpened ? last.current : undefined)
  const options = (found ?? []).filter(({ id }) => !exclude?.includes(id))
  // The options belong to what is typed now, not to an earlier letter.
  const settled = asked === text && !answer.isPending
  const isThere = uniqueNames && (found ?? []).some(({ name }) => plain(name) === plain(text))
  const canCreate = Boolean(onCreate && text && settled && !isThere)
  const first = settled && text ? firstChoice(options, text, canCreate) : null
  const named = left && settled ? onlyNamed(answer.options, text, exclude) : null
  const takeNamed = useRef(() => {})
  takeNamed.current = () => {
    if (named) onChange({ id: named.id, name: named.name })
    forget()
  }
  const hasNamed = named !== null
  useEffect(() => {
    if (hasNamed) takeNamed.current()
  }, [hasNamed])
  const hurried = useRef(false)
  const { dropdownOpened, selectFirstOption, clickSelectedOption } = combobox
  useEffect(() => {
    if (!dropdownOpened || first === null) return
    selectFirstOption()
    if (hurried.current) clickSelectedOption()
    hurried.current = false
  }, [first, dropdownOpened, selectFirstOption, clickSelectedOption])
  const forget = () => {
    setTyped(null)
    setLeft(false)
  }
  const close = () => {
    last.current = undefined
    combobox.closeDropdown()
    forget()
  }
  const submit = (chosen: string) => {
    if (chosen === createValue) onCreate?.(text)
    else {
      const option = options.find(({ id }) => id === chosen)
      if (option) onChange({ id: option.id, name: option.name })
    }
    close()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal>
      <Combobox.Target>
        <TextInput
          {...rest}
          value={typed ?? value?.name ?? ''}
          error={
            left && settled && !named
              ? value
                ? t('picker.unchosenKept', { name: value.name })
                : t('picker.unchosen')
              : rest.error
          }
          placeholder={placeholder ?? t('picker.placeholder')}
          autoComplete="off"
          maxLength={200}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setLeft(false)
            combobox.openDropdown()
            combobox.resetSelectedOption()
          }}
          onClick={() => combobox.openDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && (combobox.dropdownOpened || typed !== null)) {
              // The first closes the list, the second gives up what was typed; only then it is the dialog's.
              event.stopPropagation()
              if (!combobox.dropdownOpened) forget()
            }
            if (!combobox.dropdownOpened) return
            // Enter chooses, and never sends the form from an open list; pressed too early it waits for the answer.
            hurried.current = event.key === 'Enter' && text !== '' && !settled
            if (event.key === 'Enter' && text) event.preventDefault()
          }}
          onBlur={() => {
            // Emptying the field is how one takes the choice away by keyboard.
            if (typed === '') onChange(null)
            if (text === '' || text === value?.name) return close()
            combobox.closeDropdown()
            setLeft(true)
          }}
          rightSectionPointerEvents="all"
          rightSection={
            answer.isPending && combobox.dropdownOpened ? (
              <Loader size={16} />
            ) : (value || left) && !rest.disabled ? (
              <CloseButton
                size="sm"
                aria-label={t('picker.clear')}
                // Emptying the field is the keyboard's way; a stop at every field would only slow it down.
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  onChange(null)
                  forget()
                }}
              />
            ) : null
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!found && !answer.isError && !onCreate}>
        {(options.length > 0 || canCreate) && (
          <Combobox.Options
            mah={280}
            style={{ overflowY: 'auto' }}
            aria-label={typeof rest.label === 'string' ? rest.label : rest['aria-label']}
          >
            {options.map(({ id, name, detail, icon }) => (
              <Combobox.Option key={id} value={id} active={id === value?.id}>
                {icon} {name}
                {detail && <small style={quietInOption}>{detail}</small>}
              </Combobox.Option>
            ))}
            {canCreate && (
              <Combobox.Option value={createValue}>{t('picker.create', { name: text })}</Combobox.Option>
            )}
          </Combobox.Options>
        )}
        {answer.isError && <Combobox.Empty>{t('picker.failed')}</Combobox.Empty>}
        {found && options.length === 0 && !canCreate && (
          <Combobox.Empty>{t('picker.nothing')}</Combobox.Empty>
        )}
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** The one option that is called what was typed, whatever its capitals and accents; null where there are none or several. */
function onlyNamed(
  options: readonly PickerOption[] | undefined,
  text: string,
  exclude: readonly string[] = [],
): PickerOption | null {
  const called = (options ?? []).filter(
    ({ id, name }) => !exclude.includes(id) && plain(name) === plain(text),
  )
  return called.length === 1 ? (called[0] ?? null) : null
}

/**
 * What Enter takes without the arrows: the first option, or the offer to create where there is none. Where the options
 * only resemble a full name that could be a new one, nothing: the reader says which is meant.
 */
function firstChoice(options: readonly PickerOption[], text: string, canCreate: boolean): string | null {
  const [best] = options
  if (!best) return canCreate ? createValue : null
  const isName = canCreate && text.includes(' ')
  return isName && !matches(`${best.name} ${best.detail ?? ''}`, text) ? null : best.id
}
