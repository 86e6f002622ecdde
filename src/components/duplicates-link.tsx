import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OpenLink } from './open-link.tsx'

/** Leads to the records of a directory that may be one. */
export function DuplicatesLink({ noun }: { noun: 'organisations' | 'people' }) {
  const { t } = useTranslation('common')
  return (
    <Button
      component={OpenLink}
      variant="default"
      to={noun === 'people' ? '/duplicates?noun=people' : '/duplicates'}
    >
      {t('findDuplicates')}
    </Button>
  )
}
