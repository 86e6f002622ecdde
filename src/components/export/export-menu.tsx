import { Button, Menu } from '@mantine/core'
import Download from 'lucide-react/icons/download'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Endpoint, Reply } from '../../contract/endpoint.ts'
import type { ExportColumn } from './columns.ts'
import type { ListFormat } from './list-file.ts'

const Progress = lazy(async () => ({ default: (await import('./export-progress.tsx')).ExportProgress }))

type RowOf<E extends Endpoint> = Reply<E> extends { items: (infer Row)[] } ? Row : never

/** What is exported: a list's endpoint with the query that it stands for now. */
export interface Exported<E extends Endpoint> {
  /** What the list is called: "Companies". Names the file. */
  name: string
  endpoint: E
  query: object
  columns: readonly ExportColumn<RowOf<E>>[]
}

/** "Export" of a list: all that its filters leave, in its order, as CSV or XLSX. */
export function ExportMenu<E extends Endpoint>({ more, ...list }: Exported<E> & { more?: ReactNode }) {
  const { t } = useTranslation('common')
  const [format, setFormat] = useState<ListFormat | null>(null)
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" size="compact-sm" leftSection={<Download size={14} aria-hidden />}>
            {t('export.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('export.what')}</Menu.Label>
          {(['csv', 'xlsx'] as const).map((one) => (
            <Menu.Item key={one} onClick={() => setFormat(one)}>
              {t(`export.${one}`)}
            </Menu.Item>
          ))}
          {more}
        </Menu.Dropdown>
      </Menu>
      {format && (
        <Suspense>
          <Progress
            {...(list as unknown as Exported<Endpoint>)}
            format={format}
            onEnd={() => setFormat(null)}
          />
        </Suspense>
      )}
    </>
  )
}
