import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { forgetRecent } from '../../../components/recent.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useWrite } from '../../../components/use-write.ts'
import { people } from '../../../data/people.ts'
import { privacy } from '../../../data/privacy.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { toast } from '../../../ui/toast.ts'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { EraseForm } from './erase-form.tsx'

/** Erases the person whose page it stands on, once their name has been typed. */
export function EraseDialog() {
  const { t } = useTranslation('privacy')
  const { id = '' } = useParams()
  const { close } = useDialogAddress('erase-person')
  const { data: person } = useQuery(people.read({ params: { id } }))
  const { data: file } = useQuery(privacy.file({ params: { id } }))
  const erase = useWrite(privacy.erase, {
    // No way back is offered: there is none.
    onDone: () => {
      close()
      forgetRecent(id)
      void toast({ message: t('erase.done') })
    },
  })
  const mentions = file?.mentions.length ?? 0
  return (
    <Dialog title={person ? t('erase.title', { name: person.name }) : ''} size="md" onClose={close}>
      {person ? (
        <EraseForm
          label={t('erase.type', { name: person.name })}
          expected={person.name}
          busy={erase.isPending}
          error={erase.error}
          onErase={() =>
            erase.mutate({ params: { id }, version: person.version, body: { name: person.name } })
          }
          onClose={close}
        >
          {mentions > 0 && (
            <p>
              {t('erase.mentions', { count: mentions })}{' '}
              <ScopedLink to={`/people/${id}/file`}>{t('file.open')}</ScopedLink>
            </p>
          )}
        </EraseForm>
      ) : (
        <WaitingLines />
      )}
    </Dialog>
  )
}
