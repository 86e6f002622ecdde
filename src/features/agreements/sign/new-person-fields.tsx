import { Button, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Signatory } from './draft.ts'
import classes from './sign.module.css'

type NewPerson = Extract<Signatory, { kind: 'new' }>

/** A person to be added: the name as it was split, to be put right. */
export function NewPersonFields({
  value,
  onChange,
  error,
  autoFocus,
}: {
  value: NewPerson
  onChange: (value: NewPerson | null) => void
  error?: ReactNode
  /** They have just taken the place of the field that had the focus. */
  autoFocus?: boolean
}) {
  const { t } = useTranslation('signing')
  const field = (name: 'givenName' | 'familyName' | 'nativeName') => ({
    value: value[name],
    autoComplete: 'off',
    maxLength: 200,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      onChange({ ...value, [name]: event.currentTarget.value }),
  })
  return (
    <div className={classes.newPerson} role="group" aria-label={t('who.new')}>
      <div className={classes.newPersonHead}>
        <span>{t('who.new')}</span>
        <Button variant="subtle" size="compact-xs" onClick={() => onChange(null)}>
          {t('who.another')}
        </Button>
      </div>
      <div className={classes.names}>
        <TextInput label={t('who.given')} autoFocus={autoFocus} {...field('givenName')} />
        <TextInput label={t('who.family')} required error={error} {...field('familyName')} />
        <TextInput label={t('who.native')} {...field('nativeName')} />
      </div>
    </div>
  )
}
