import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BinaryReply } from '../contract/endpoint.ts'
import { saveFile } from '../ui/save-file.ts'
import { toast } from '../ui/toast.ts'
import { describe } from './problem-sentence.ts'

/** Asks for a file, hands it to the browser's downloads and says so; where it can't be had, says why. */
export function useDownload(): { busy: boolean; take: (ask: () => Promise<BinaryReply>) => Promise<void> } {
  const { t } = useTranslation('common')
  const [busy, setBusy] = useState(false)
  const take = async (ask: () => Promise<BinaryReply>) => {
    setBusy(true)
    try {
      const file = await ask()
      saveFile(file)
      void toast({ tone: 'done', message: t('file.saved', { filename: file.filename }) })
    } catch (error) {
      void toast({ tone: 'failed', message: t('file.failed', { reason: await describe(error) }) })
    } finally {
      setBusy(false)
    }
  }
  return { busy, take }
}
