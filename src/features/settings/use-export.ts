import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { describe } from '../../components/problem-sentence.ts'
import { exportWorkspace } from '../../data/workspace.ts'
import { useFormat } from '../../i18n/format.ts'
import { saveFile } from '../../ui/save-file.ts'
import { toast } from '../../ui/toast.ts'

/** Puts the whole workspace into the reader's downloads, as one file. */
export function useExport() {
  const { t } = useTranslation('settings')
  const f = useFormat()
  return useMutation({
    mutationFn: () => exportWorkspace(),
    onSuccess: (file) => {
      saveFile(file)
      void toast({
        message: t('data.exported', { filename: file.filename, size: f.fileSize(file.bytes.byteLength) }),
      })
    },
    onError: async (error) => void toast({ tone: 'failed', message: await describe(error) }),
  })
}
