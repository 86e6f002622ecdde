import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../components/may.ts'
import { useDownload } from '../../../components/use-download.ts'
import { downloadRegister } from '../../../data/aid.ts'

/** The register of our awards, as Article 6 of Regulation (EU) 2023/2831 asks for it; for who may read aid. */
export function RegisterItem() {
  const { t, i18n } = useTranslation('common')
  const { busy, take } = useDownload()
  const may = useMay()
  if (!may('budgets.read')) return null
  return (
    <Menu.Item
      disabled={busy}
      onClick={() => void take(() => downloadRegister({ language: i18n.language === 'fr' ? 'fr' : 'en' }))}
    >
      {t('export.register')}
    </Menu.Item>
  )
}
