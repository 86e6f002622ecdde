import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useNoWriting } from '../../../components/may-write.ts'
import { useScopedNavigate } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { ImportRecord } from '../../../contract/imports.ts'
import { imports } from '../../../data/imports.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Page } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { rowsOf } from '../../../ui/table-pages.ts'
import { forgetLeftRows } from '../left-rows.ts'
import { stateTones } from '../tones.ts'
import { Review, type Show, showQueries } from './review.tsx'
import { Summary } from './summary.tsx'
import { useRun } from './use-run.ts'

/** What each row was matched with, what becomes of it, and in the end what came of it. */
export function Component() {
  const { id = '' } = useParams()
  const { t } = useTranslation('imports')
  const { data: record } = useQuery(imports.read({ params: { id } }))
  return (
    <Page
      title={record?.name}
      eyebrow={<ScopedLink to="/import">{t('title')}</ScopedLink>}
      status={
        record && <StatusBadge tone={stateTones[record.state]}>{t(`state.${record.state}`)}</StatusBadge>
      }
      actions={record && <Forget record={record} />}
    >
      {record && <Body record={record} />}
    </Page>
  )
}

function Body({ record }: { record: ImportRecord }) {
  const [show, setShow] = useState<Show>(record.decisions.undecided > 0 ? 'undecided' : 'all')
  const run = useRun(record)
  const pages = useInfiniteQuery({
    ...imports.rows(record.id, { ...showQueries[show], limit: 200 }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Summary record={record} run={run} />
      <Review
        record={record}
        rows={rowsOf(pages)}
        pages={pages}
        show={show}
        onShow={setShow}
        busy={run.running !== null}
      />
    </>
  )
}

function Forget({ record }: { record: ImportRecord }) {
  const { t } = useTranslation('imports')
  const noWriting = useNoWriting()
  const navigate = useScopedNavigate()
  const remove = useWrite(imports.remove, {
    message: () => t('review.removed'),
    onDone: () => {
      void forgetLeftRows(record.id)
      void navigate('/import')
    },
    failure: 'toast',
  })
  if (record.parts > 0) return null
  return (
    <ActionButton
      variant="default"
      reason={noWriting}
      loading={remove.isPending}
      onClick={() => remove.mutate({ params: { id: record.id }, version: record.version })}
    >
      {t('review.remove')}
    </ActionButton>
  )
}
