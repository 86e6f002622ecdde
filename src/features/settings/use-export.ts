import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { describe } from '../../components/problem-sentence.ts'
import { exportWorkspace } from '../../data/workspace.ts'
import { useFormat } from '../../i18n/format.ts'
import { saveFile } from '../../ui/save-file.ts'
import { toast } from '../../ui/toast.ts'

/** Saves the whole workspace as a file in the reader's downloads. */
export function useExport() {
  const { t } = useTranslation('settings')
  const f = useFormat()
  return useMutation({
    mutationFn: exportWorkspace,
    onSuccess: (file) => {
      saveFile(file)
      const size = f.fileSize(file.bytes.length)
      void toast({ message: t('data.exported', { filename: file.filename, size }) })
    },
    onError: async (error) => void toast({ tone: 'failed', message: await describe(error) }),
  })
}
