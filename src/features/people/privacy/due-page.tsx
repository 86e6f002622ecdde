import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { useScope, useScopedHref } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useWrite } from '../../../components/use-write.ts'
import { type DuePerson, dueList } from '../../../contract/privacy.ts'
import { privacy } from '../../../data/privacy.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Page } from '../../../ui/page.tsx'
import type { Column } from '../../../ui/table-columns.ts'
import { toast } from '../../../ui/toast.ts'
import { EraseForm } from './erase-form.tsx'

/** People whose data may no longer be kept, to be erased together. */
export function Component() {
  const { t } = useTranslation('privacy')
  const list = useListState(dueList)
  const pages = useInfiniteQuery(privacy.due(list.query))
  const href = useScopedHref()
  const noWriting = useNoWriting('privacy.write')
  const f = useFormat()
  const { day } = useScope()
  const [chosen, setChosen] = useState<{ rows: DuePerson[]; clear: () => void } | null>(null)
  return (
    <Page
      fill
      title={t('dueList.title')}
      subtitle={t('dueList.intro', { date: f.date(day) })}
      eyebrow={<ScopedLink to="/people">{t('dueList.back')}</ScopedLink>}
    >
      <DataTable
        name="people-due"
        label={t('dueList.title')}
        columns={useDueColumns()}
        pages={pages}
        list={list}
        href={(row) => href(`/people/${row.id}`)}
        rowTitle={(row) => row.name}
        empty={<EmptyState title={t('dueList.empty')}>{t('dueList.emptyText')}</EmptyState>}
        bulkActions={(rows, clear) => (
          <ActionButton
            size="compact-sm"
            color="red"
            reason={noWriting}
            onClick={() => setChosen({ rows, clear })}
          >
            {t('dueList.erase')}
          </ActionButton>
        )}
      />
      {chosen && <EraseThese {...chosen} onClose={() => setChosen(null)} />}
    </Page>
  )
}

function EraseThese({ rows, clear, onClose }: { rows: DuePerson[]; clear: () => void; onClose: () => void }) {
  const { t } = useTranslation('privacy')
  const f = useFormat()
  const erase = useWrite(privacy.eraseDue, {
    onDone: ({ erased }) => {
      clear()
      onClose()
      void toast({ message: t('dueList.done', { count: erased }) })
    },
  })
  const count = rows.length
  return (
    <Dialog title={t('dueList.eraseTitle', { count })} size="md" onClose={onClose}>
      <EraseForm
        label={t('dueList.type', { count })}
        expected={String(count)}
        busy={erase.isPending}
        error={erase.error}
        onErase={() =>
          erase.mutate({ body: { people: rows.map(({ id, version }) => ({ id, version })), count } })
        }
        onClose={onClose}
      >
        <p>{f.list(rows.map(({ name }) => name))}</p>
      </EraseForm>
    </Dialog>
  )
}

function useDueColumns(): Column<DuePerson>[] {
  const { t } = useTranslation('privacy')
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('dueList.name'),
        primary: true,
        width: 240,
        cell: ({ name, sample }) => (
          <>
            {name} {sample && <SampleTag />}
          </>
        ),
      },
      {
        id: 'lastAction',
        header: t('dueList.lastAction'),
        width: 150,
        cell: ({ lastAction }) => f.date(lastAction),
      },
      { id: 'until', header: t('dueList.until'), width: 150, cell: ({ until }) => f.date(until) },
      {
        id: 'basis',
        header: t('dueList.basis'),
        width: 180,
        cell: ({ legalBasis }) => legalBasis && t(`legalBasisWords.${legalBasis}`),
      },
      {
        id: 'signatures',
        header: t('dueList.signatures'),
        align: 'end',
        width: 110,
        cell: ({ signatures }) => f.number(signatures),
      },
      {
        id: 'missions',
        header: t('dueList.missions'),
        align: 'end',
        width: 110,
        cell: ({ missions }) => f.number(missions),
      },
    ],
    [t, f],
  )
}
