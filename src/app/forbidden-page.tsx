import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMay } from '../components/may.ts'
import { rightToEnter } from '../components/rooms.ts'
import { ScopedLink } from '../components/scoped-link.tsx'
import { leave } from './leave.ts'
import { StandIn } from './stand-in.tsx'

/** What an address shows whose room, or whose record, the reader's roles do not open. */
export function ForbiddenPage() {
  const { t } = useTranslation(['problems', 'app'])
  const may = useMay()
  const client = useQueryClient()
  return (
    <StandIn
      title={t('forbiddenTitle')}
      text={t('forbidden')}
      ways={
        may(rightToEnter('/')) ? (
          <ScopedLink to="/">{t('app:error.toOverview')}</ScopedLink>
        ) : may(rightToEnter('/agreements')) ? (
          <ScopedLink to="/agreements">{t('app:nav.agreements')}</ScopedLink>
        ) : (
          <button type="button" onClick={() => void leave(client)}>
            {t('app:account.signOut')}
          </button>
        )
      }
    />
  )
}
