import { Button } from '@mantine/core'
import Printer from 'lucide-react/icons/printer'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useScopedHref } from '../scope.ts'

/** The way to the page that can be handed over. */
export function BriefLink({ to }: { to: string }) {
  const { t } = useTranslation('views')
  const href = useScopedHref()
  return (
    <Button component={Link} to={href(to)} variant="default" leftSection={<Printer size={15} aria-hidden />}>
      {t('print')}
    </Button>
  )
}
