import { Button, Menu } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import Download from 'lucide-react/icons/download'
import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { useDownload } from '../../components/use-download.ts'
import { auditFilters } from '../../contract/audit.ts'
import { audit, exportAudit } from '../../data/audit.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Lines } from '../../ui/lines.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Page } from '../../ui/page.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './audit.module.css'
import { EntryLine } from './entry-line.tsx'
import { Filters } from './filters.tsx'
import { Verdict } from './verdict.tsx'

/** Who saw or changed what, and whether the record of it was tampered with. */
export function Component() {
  const { t } = useTranslation('audit')
  const list = useListState(auditFilters)
  const pages = useInfiniteQuery(audit.list(list.query))
  const { busy, take } = useDownload()
  return (
    <Page
      title={t('title')}
      eyebrow={<ScopedLink to="/settings">{t('back')}</ScopedLink>}
      subtitle={t('text')}
      actions={
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" loading={busy} leftSection={<Download size={16} aria-hidden />}>
              {t('export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['csv', 'json'] as const).map((format) => (
              <Menu.Item key={format} onClick={() => void take(() => exportAudit({ ...list.query, format }))}>
                {t(`as.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      <div className={classes.column}>
        <Verdict />
        <Section title={t('entries')}>
          <Filters list={list} />
          <PagedList
            pages={pages}
            more={t('more')}
            empty={
              <EmptyState title={t(list.narrowings > 0 ? 'none' : 'empty.title')}>
                {list.narrowings === 0 && t('empty.text')}
              </EmptyState>
            }
          >
            {(entries) => (
              <Lines label={t('entries')}>
                {entries.map((entry) => (
                  <EntryLine key={entry.seq} entry={entry} onNarrow={list.set} />
                ))}
              </Lines>
            )}
          </PagedList>
        </Section>
      </div>
    </Page>
  )
}
