import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './budget.module.css'
import type { Dimension, Key } from './matrix.ts'
import type { DimensionOption } from './use-dimensions.ts'

/** Adds a row or column to the matrix: one more of what its dimension has; of categories there are no others. */
export function AddKey({
  label,
  dimension,
  options,
  present,
  onAdd,
}: {
  label: string
  dimension: Dimension
  options: DimensionOption[]
  present: readonly Key[]
  onAdd: (dimension: Dimension, key: string) => void
}) {
  const { t } = useTranslation('budget')
  const [typed, setTyped] = useState('')
  if (dimension === 'category') return null
  if (dimension === 'workPackage')
    return (
      <form
        className={classes.adder}
        onSubmit={(event) => {
          event.preventDefault()
          if (!typed.trim()) return
          onAdd(dimension, typed.trim())
          setTyped('')
        }}
      >
        <TextInput
          size="xs"
          label={t('pivot.newPackage')}
          maxLength={120}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default">
          {t('pivot.add')}
        </Button>
      </form>
    )
  return (
    <Select
      size="xs"
      label={label}
      searchable
      placeholder={t(`dimension.${dimension}`)}
      data={options
        .filter(({ key }) => !present.includes(key))
        .map(({ key, name }) => ({ value: key, label: name }))}
      value={null}
      onChange={(key) => key && onAdd(dimension, key)}
    />
  )
}
