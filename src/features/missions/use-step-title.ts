import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

/** What a step of the checklist is called: by its own title, else by the template that it came from. */
export function useStepTitle(): (step: { title?: string | null; key: string | null }) => string {
  const { t } = useTranslation('missions')
  return ({ title, key }) => {
    if (title) return title
    const known = key !== null && i18next.exists(`template.${key}`, { ns: 'missions' })
    return known ? t(`template.${key}` as 'template.decide') : (key ?? '')
  }
}
