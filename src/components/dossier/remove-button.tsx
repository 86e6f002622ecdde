import { ActionIcon } from '@mantine/core'
import Trash2 from 'lucide-react/icons/trash-2'
import { useTranslation } from 'react-i18next'
import classes from './dossier.module.css'

/** Takes one thing of a list away. No question asked: the toast can undo it. */
export function RemoveButton({ name, busy, onClick }: { name: string; busy: boolean; onClick: () => void }) {
  const { t } = useTranslation('common')
  return (
    <ActionIcon
      size={28}
      className={classes.quiet}
      loading={busy}
      aria-label={t('removeNamed', { name })}
      onClick={onClick}
    >
      <Trash2 size={15} aria-hidden />
    </ActionIcon>
  )
}
