import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../../components/use-download.ts'
import { downloadRegister } from '../../../data/aid.ts'

/** The register of our awards, as Article 6 of Regulation (EU) 2023/2831 asks for it. */
export function RegisterItem() {
  const { t, i18n } = useTranslation('common')
  const { busy, take } = useDownload()
  return (
    <Menu.Item
      disabled={busy}
      onClick={() => void take(() => downloadRegister({ language: i18n.language === 'fr' ? 'fr' : 'en' }))}
    >
      {t('export.register')}
    </Menu.Item>
  )
}
