import { useTranslation } from 'react-i18next'
import { EnterForm } from './enter-form.tsx'
import { Stage } from './stage.tsx'

/** Signing in by an address of its own. */
export function Component() {
  const { t } = useTranslation('access')
  return (
    <Stage title={t('signIn.title')}>
      <EnterForm back="/" onEnter={() => location.assign('/')} />
    </Stage>
  )
}
