import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useNoWriting } from '../components/may-write.ts'
import { ScopedLink } from '../components/scoped-link.tsx'
import { undoChange } from '../components/undo.ts'
import type { ChangeSet } from '../contract/history.ts'
import { history } from '../data/history.ts'
import { StandIn } from './stand-in.tsx'

/** What the address of a record that is no longer there shows: the bin, or doing again what was undone. */
export function GonePage() {
  const { t } = useTranslation(['app', 'common'])
  const undone = useUndone()
  return (
    <StandIn
      title={t(undone ? 'error.undoneTitle' : 'error.goneTitle')}
      text={undone ? t('error.undone', { name: undone.title }) : t('error.gone')}
      ways={
        <>
          {undone && <DoAgain set={undone} />}
          <ScopedLink to="/">{t('error.toOverview')}</ScopedLink>
          {!undone && <ScopedLink to="/bin">{t('error.toBin')}</ScopedLink>}
        </>
      }
    />
  )
}

/** The undoing that took away the record of this address, where that is how it went. */
function useUndone(): ChangeSet | undefined {
  const recordId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(useLocation().pathname)?.[0]
  const asked = history.page({ query: { recordId, limit: 1 } })
  const { data } = useQuery({ ...asked, enabled: recordId !== undefined })
  const last = data?.items[0]
  return last?.undoOf && last.recordId === recordId ? last : undefined
}

function DoAgain({ set }: { set: ChangeSet }) {
  const { t } = useTranslation('common')
  const client = useQueryClient()
  const noWriting = useNoWriting('history.undo')
  const [busy, setBusy] = useState(false)
  if (noWriting || set.undoneBy) return null
  const again = () => {
    setBusy(true)
    void undoChange(client, set.id, true).finally(() => setBusy(false))
  }
  return (
    <button type="button" disabled={busy} onClick={again}>
      {t('redo')}
    </button>
  )
}
