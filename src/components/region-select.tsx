import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { markets } from '../data/markets.ts'

/** A region of a market, or the whole of it. Nothing for a market without regions. */
export function RegionSelect({
  marketId,
  value,
  onChange,
  ...rest
}: {
  marketId: string | null
  value: string | null
  onChange: (id: string | null) => void
  label?: string
  error?: string
  'aria-label'?: string
}) {
  const { t } = useTranslation('common')
  const { data } = useQuery({
    ...markets.read({ params: { id: marketId ?? '' } }),
    enabled: marketId !== null,
  })
  if (!data || data.regions.length === 0) return null
  return (
    <Select
      {...rest}
      clearable
      placeholder={t('wholeMarket')}
      data={data.regions.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}
