import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { EnterForm } from './enter-form.tsx'
import { placeHere } from './place-here.ts'
import { Stage } from './stage.tsx'

/** Signing in by an address of its own, and then on to where one wanted to go. */
export function Component() {
  const { t } = useTranslation('access')
  const [params] = useSearchParams()
  const back = placeHere(params.get('back'))
  return (
    <Stage title={t('signIn.title')}>
      <EnterForm back={back} onEnter={() => location.assign(back)} />
    </Stage>
  )
}
