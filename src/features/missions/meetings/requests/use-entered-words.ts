import { useTranslation } from 'react-i18next'

/** What is said once requests are entered: that they are, and how many meetings they took off the grid. */
export function useEnteredWords() {
  const { t } = useTranslation('meetings')
  return (entered: string, { unscheduled }: { unscheduled: number }) =>
    unscheduled > 0 ? `${entered} ${t('requests.unscheduled', { count: unscheduled })}` : entered
}
