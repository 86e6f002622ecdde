import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createPath, Navigate, useLocation, useNavigate } from 'react-router'
import { readSession } from '../../contract/workspace.ts'
import { call } from '../../data/client.ts'
import { forgetFailures } from '../../data/forget-failures.ts'
import { useSignInNeeded } from '../../data/sign-in-needed.ts'
import { session } from '../../data/workspace.ts'
import { loadMessages } from '../../i18n/i18n.ts'
import { EnterForm } from './enter-form.tsx'

/**
 * Over whatever is open, as the API no longer knows who asks: the page under it stays as it is, with what was typed. Who
 * signs in as somebody else begins anew. Who was never known here is led to where one signs in.
 */
export default function SignInAgain() {
  const { t } = useTranslation('access', { useSuspense: false })
  const [ready, setReady] = useState(false)
  const client = useQueryClient()
  const navigate = useNavigate()
  const place = useLocation()
  const before = useRef(client.getQueryData(session.read().queryKey))
  useEffect(() => void loadMessages(['access']).then(() => setReady(true)), [])
  const goOn = async () => {
    const now = await call(readSession, {})
    const id = before.current?.actor?.id
    if (id === undefined || id !== now.actor?.id) return location.reload()
    useSignInNeeded.setState({ needed: false })
    forgetFailures(client)
    await client.invalidateQueries()
    void navigate(place, { replace: true, preventScrollReset: true, state: place.state })
  }
  const back = createPath(place)
  if (!before.current) return <Navigate to={`/sign-in?${new URLSearchParams({ back })}`} replace />
  if (!ready) return null
  return (
    <Modal
      opened
      centered
      size={420}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      onClose={() => {}}
      title={t('signIn.again')}
      overlayProps={{ backgroundOpacity: 0.85, blur: 6 }}
    >
      <p>{t('signIn.againText')}</p>
      <EnterForm back={back} onEnter={() => void goOn()} />
    </Modal>
  )
}
