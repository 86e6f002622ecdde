import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { placeHere } from '../../contract/sign-in.ts'
import { EnterForm } from './enter-form.tsx'
import { Stage } from './stage.tsx'

/** Signing in by an address of its own, and then on to where one wanted to go. */
export function Component() {
  const { t } = useTranslation('access')
  const [params] = useSearchParams()
  const back = placeHere.safeParse(params.get('back')).data ?? '/'
  return (
    <Stage title={t('signIn.title')}>
      <EnterForm back={back} onEnter={() => location.assign(back)} />
    </Stage>
  )
}
