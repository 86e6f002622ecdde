import { useTranslation } from 'react-i18next'
import { organisations } from '../../data/organisations.ts'
import { useScopedNavigate } from '../scope.ts'
import { useWrite } from '../use-write.ts'

/** Deleting an organisation and getting it back; once deleted the reader is taken to the list at `home`. */
export function useOrganisationGestures(home: string) {
  const { t } = useTranslation('organisations')
  const navigate = useScopedNavigate()
  return {
    remove: useWrite(organisations.remove, {
      message: ({ name }) => t('removed', { name }),
      onDone: () => void navigate(home),
    }),
    restore: useWrite(organisations.restore, { message: ({ name }) => t('restored', { name }) }),
  }
}
