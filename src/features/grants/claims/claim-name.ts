import { useTranslation } from 'react-i18next'

/** What a claim is called: by its title, or its number. */
export function useClaimName(): (claim: { number: number; title: string | null }) => string {
  const { t } = useTranslation('claims')
  return ({ number, title }) => title ?? t('numbered', { number })
}
