import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type AgreementType, agreementTypes } from '../../../contract/agreements.ts'

/** What kind of agreement it is. */
export function TypeSelect({
  value,
  onChange,
  ...rest
}: {
  value: AgreementType
  onChange: (value: AgreementType) => void
  error?: ReactNode
  label?: undefined
  'aria-label'?: string
  'data-autofocus'?: boolean
}) {
  const { t } = useTranslation(['agreements', 'common'])
  return (
    <Select
      {...rest}
      label={rest['aria-label'] ? undefined : t('fact.type')}
      allowDeselect={false}
      data={agreementTypes.map((type) => ({ value: type, label: t(`common:agreementType.${type}`) }))}
      value={value}
      onChange={(type) => type && onChange(type)}
    />
  )
}
