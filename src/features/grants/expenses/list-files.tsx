import { Button, Menu } from '@mantine/core'
import Download from 'lucide-react/icons/download'
import FileUp from 'lucide-react/icons/file-up'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useScopedHref } from '../../../components/scope.ts'
import { useDownload } from '../../../components/use-download.ts'
import { downloadExpenses } from '../../../data/expenses.ts'
import { useFormat } from '../../../i18n/format.ts'

type Query = NonNullable<Parameters<typeof downloadExpenses>[0]>

/** Bring a file's expenses in, or take along those that are shown. */
export function ListFiles({ grantId, query }: { grantId: string; query: Query }) {
  const { t } = useTranslation('expenses')
  const { language } = useFormat()
  const href = useScopedHref()
  const { busy, take } = useDownload()
  const save = (format: 'csv' | 'xlsx') =>
    take(() =>
      downloadExpenses({ ...query, grant: grantId, format, language: language === 'fr' ? 'fr' : 'en' }),
    )
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<FileUp size={14} aria-hidden />}
        component={Link}
        to={href(`/grants/${grantId}/expenses/import`)}
      >
        {t('file.import')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            loading={busy}
            leftSection={<Download size={14} aria-hidden />}
          >
            {t('file.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['csv', 'xlsx'] as const).map((format) => (
            <Menu.Item key={format} onClick={() => void save(format)}>
              {t(`file.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
