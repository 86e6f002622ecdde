import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import { Fact, Facts } from '../../../ui/facts.tsx'
import classes from '../import.module.css'
import { type LeftRows, leftRowsOf, saveLeftRows } from '../left-rows.ts'

/** How many rows of the table stayed behind with errors, and the way to them. */
export function LeftOut({ importId }: { importId: string }) {
  const { t } = useTranslation('imports')
  const f = useFormat()
  const [left, setLeft] = useState<LeftRows | null>(null)
  useEffect(() => {
    let current = true
    void leftRowsOf(importId).then((found) => current && setLeft(found))
    return () => {
      current = false
    }
  }, [importId])
  if (!left) return null
  return (
    <Facts>
      <Fact label={t('left')}>
        {f.number(left.rows.length)} <span className={classes.hint}>{t('leftHint')}</span>
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => void saveLeftRows(left, t('check.error'))}
          >
            {t('leftSave', { count: left.rows.length })}
          </Button>
        </div>
      </Fact>
    </Facts>
  )
}
