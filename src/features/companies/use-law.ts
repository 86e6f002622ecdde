import { useTranslation } from 'react-i18next'
import { lawIn } from '../../domain/law-in.ts'

/** Provisions as the language in use cites them. */
export function useLaw(): (law: string) => string {
  const { i18n } = useTranslation()
  return (law) => lawIn(law, i18n.language === 'fr' ? 'fr' : 'en')
}
