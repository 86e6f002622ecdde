import { Button, Menu } from '@mantine/core'
import Bookmark from 'lucide-react/icons/bookmark'
import Check from 'lucide-react/icons/check'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { savedViews } from '../../data/saved-views.ts'
import { MenuAction } from '../../ui/menu-action.tsx'
import { useNoWriting } from '../may-write.ts'
import { useWrite } from '../use-write.ts'
import classes from './saved-views.module.css'
import type { SavedViewsProps } from './saved-views.tsx'
import { stateOf, usable } from './state.ts'
import { type AnyView, useViews, type Views } from './use-views.ts'
import { ViewDialog } from './view-dialog.tsx'

/** The menu of a list's views, and what it says of the one that is open. */
export function ViewsMenu(props: SavedViewsProps) {
  const { t } = useTranslation('saved-views')
  const views = useViews(props)
  const [dialog, setDialog] = useState<'keep' | 'edit' | null>(null)
  const { current, changed, builtIn, saved } = views
  const own = saved.filter((view) => view.kind === 'saved' && !view.saved.shared)
  const shared = saved.filter((view) => view.kind === 'saved' && view.saved.shared)
  return (
    <>
      <Menu position="bottom-start" width={300} withinPortal>
        <Menu.Target>
          <Button
            size="xs"
            h={32}
            variant="default"
            leftSection={<Bookmark size={15} aria-hidden />}
            rightSection={<ChevronDown size={14} aria-hidden />}
            aria-label={current ? t('menuOf', { name: current.title }) : t('menu')}
          >
            <span className={classes.name}>{current?.title ?? t('menu')}</span>
            {changed && <span className={classes.changed}>&nbsp;· {t('isChanged')}</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Tick on={!current} />} onClick={views.showAll}>
            {t('all')}
          </Menu.Item>
          <Group views={views} items={builtIn} />
          <Group views={views} items={own} label={t('own')} />
          <Group views={views} items={shared} label={t('shared')} />
          <Menu.Divider />
          <Gestures
            {...props}
            views={views}
            onKeep={() => setDialog('keep')}
            onEdit={() => setDialog('edit')}
          />
        </Menu.Dropdown>
      </Menu>
      <Obsolete {...props} views={views} />
      {dialog && (
        <ViewDialog
          {...props}
          views={views}
          view={dialog === 'edit' && current?.kind === 'saved' ? current.saved : null}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  )
}

const Tick = ({ on }: { on: boolean }) =>
  on ? <Check size={14} aria-hidden /> : <span style={{ display: 'inline-block', width: 14 }} />

function Group({ views, items, label }: { views: Views; items: AnyView[]; label?: string }) {
  const { t } = useTranslation('saved-views')
  if (items.length === 0) return null
  return (
    <>
      {label && <Menu.Label>{label}</Menu.Label>}
      {items.map((view) => (
        <Menu.Item
          key={view.key}
          leftSection={<Tick on={view.key === views.current?.key} />}
          aria-current={view.key === views.current?.key || undefined}
          onClick={() => views.show(view.key, view.state)}
        >
          {view.title}
          {view.key === views.first?.key && <span className={classes.owner}>{t('opensWithIt')}</span>}
          {view.kind === 'saved' && !view.saved.mayChange && view.saved.owner && (
            <span className={classes.owner}>{view.saved.owner.name}</span>
          )}
        </Menu.Item>
      ))}
    </>
  )
}

interface GestureProps extends SavedViewsProps {
  views: Views
  onKeep: () => void
  onEdit: () => void
}

/** What can be done with the view that is open, each with the reason where it can't. */
function Gestures({ list, schema, views, onKeep, onEdit }: GestureProps) {
  const { t } = useTranslation('saved-views')
  const noWriting = useNoWriting('own.session')
  const { current, changed, first, params } = views
  const update = useWrite(savedViews.update, {
    message: ({ name }) => t('changed', { name }),
    failure: 'toast',
  })
  const remove = useWrite(savedViews.remove, {
    message: () => t('removed', { name: current?.title ?? '' }),
    onDone: views.showAll,
    failure: 'toast',
  })
  const choose = useWrite(savedViews.choose, {
    message: ({ opensWith }) =>
      opensWith ? t('willOpen', { name: current?.title ?? '' }) : t('willOpenAll'),
    failure: 'toast',
  })
  const saved = current?.kind === 'saved' ? current.saved : null
  const notMine =
    noWriting ?? (saved && !saved.mayChange ? t('notMine', { name: saved.owner?.name ?? '' }) : null)
  const keepChanges = () => {
    if (!saved) return
    const keeps = (keys: readonly string[]) => keys.some((key) => saved.state[key] !== undefined)
    const kept = { scope: keeps(['alliance', 'cluster', 'market']), day: keeps(['asOf']) }
    update.mutate({
      params: { id: saved.id },
      body: { state: stateOf(params, schema, kept) },
      version: saved.version,
    })
  }
  return (
    <>
      {saved && changed && (
        <MenuAction reason={notMine} onClick={keepChanges}>
          {t('update', { name: saved.name })}
        </MenuAction>
      )}
      <MenuAction reason={noWriting} onClick={onKeep}>
        {t('keep')}
      </MenuAction>
      {saved && (
        <MenuAction reason={notMine} onClick={onEdit}>
          {t('edit')}
        </MenuAction>
      )}
      {current && current.key !== first?.key && (
        <MenuAction
          reason={noWriting}
          onClick={() =>
            choose.mutate({
              body: {
                list,
                view:
                  current.kind === 'saved'
                    ? { kind: 'saved', id: current.key }
                    : { kind: 'built_in', name: current.key },
              },
            })
          }
        >
          {t('openWith', { name: current.title })}
        </MenuAction>
      )}
      {first && (
        <MenuAction reason={noWriting} onClick={() => choose.mutate({ body: { list, view: null } })}>
          {t('openWithAll')}
        </MenuAction>
      )}
      {saved && (
        <MenuAction
          reason={notMine}
          onClick={() => remove.mutate({ params: { id: saved.id }, version: saved.version })}
        >
          {t('remove', { name: saved.name })}
        </MenuAction>
      )}
    </>
  )
}

/** Says what of a view the list does not know any more; the rest of it is shown. */
function Obsolete({ schema, views }: SavedViewsProps & { views: Views }) {
  const { t } = useTranslation('saved-views')
  const noWriting = useNoWriting('own.session')
  const update = useWrite(savedViews.update, {
    message: ({ name }) => t('changed', { name }),
    failure: 'toast',
  })
  const { current, obsolete } = views
  if (!current || obsolete.length === 0) return null
  const saved = current.kind === 'saved' && current.saved.mayChange && !noWriting ? current.saved : null
  return (
    <p className={classes.obsolete} role="status">
      {t('obsolete', { what: obsolete.join(', '), count: obsolete.length })}
      {saved && (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={update.isPending}
          onClick={() =>
            update.mutate({
              params: { id: saved.id },
              body: { state: usable(saved.state, schema) },
              version: saved.version,
            })
          }
        >
          {t('dropObsolete')}
        </Button>
      )}
    </p>
  )
}
