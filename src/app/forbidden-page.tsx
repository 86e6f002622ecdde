import { useTranslation } from 'react-i18next'
import { useMay } from '../components/may.ts'
import { rightToEnter } from '../components/rooms.ts'
import { ScopedLink } from '../components/scoped-link.tsx'
import { StandIn } from './stand-in.tsx'

/** What an address shows whose room, or whose record, the reader's roles do not open. */
export function ForbiddenPage() {
  const { t } = useTranslation(['problems', 'app'])
  const may = useMay()
  return (
    <StandIn
      title={t('forbiddenTitle')}
      text={t('forbidden')}
      ways={
        may(rightToEnter('/')) ? (
          <ScopedLink to="/">{t('app:error.toOverview')}</ScopedLink>
        ) : (
          <ScopedLink to="/agreements">{t('app:nav.agreements')}</ScopedLink>
        )
      }
    />
  )
}
