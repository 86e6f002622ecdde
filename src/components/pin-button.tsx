import { ActionIcon, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Pin from 'lucide-react/icons/pin'
import PinOff from 'lucide-react/icons/pin-off'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { type PinnedNoun, pinnedNouns } from '../contract/pins.ts'
import { pins } from '../data/pins.ts'
import { useNoWriting } from './may-write.ts'
import { noteRecent } from './recent.ts'
import { recordAt } from './record-path.ts'
import { useWrite } from './use-write.ts'

export const canBePinned = (noun: string): noun is PinnedNoun =>
  (pinnedNouns as readonly string[]).includes(noun)

/** Whether a record is pinned by the reader, and the way to change it. */
export function usePin(noun: PinnedNoun, recordId: string, title: string) {
  const { t } = useTranslation('common')
  const held = useQuery(pins.list()).data?.items.find((pin) => pin.recordId === recordId)
  const add = useWrite(pins.add, { message: () => t('pin.done', { name: title }), failure: 'toast' })
  const remove = useWrite(pins.remove, { message: () => t('pin.taken', { name: title }), failure: 'toast' })
  return {
    pinned: held !== undefined,
    busy: add.isPending || remove.isPending,
    toggle: () =>
      held ? remove.mutate({ params: { id: held.id } }) : add.mutate({ body: { noun, recordId } }),
  }
}

/** On the page of a record: notes that it was looked at, and keeps it at hand where it can be pinned. */
export function PinButton({ title }: { title: string }) {
  const { pathname } = useLocation()
  const record = recordAt(pathname)
  const [noun, id, path] = [record?.noun, record?.id, record?.path]
  useEffect(() => {
    if (noun && id && path) noteRecent({ noun, id, path, title })
  }, [noun, id, path, title])
  return record && canBePinned(record.noun) ? (
    <Toggle noun={record.noun} id={record.id} title={title} />
  ) : null
}

function Toggle({ noun, id, title }: { noun: PinnedNoun; id: string; title: string }) {
  const { t } = useTranslation('common')
  const noWriting = useNoWriting('own.session')
  const { pinned, busy, toggle } = usePin(noun, id, title)
  const name = pinned ? t('pin.take') : t('pin.put')
  const Icon = pinned ? PinOff : Pin
  return (
    <Tooltip label={noWriting ?? name} openDelay={300}>
      <ActionIcon
        size={34}
        variant="default"
        aria-label={name}
        aria-pressed={pinned}
        aria-disabled={noWriting ? true : undefined}
        loading={busy}
        onClick={noWriting ? undefined : toggle}
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
