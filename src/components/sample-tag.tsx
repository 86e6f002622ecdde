import { useTranslation } from 'react-i18next'
import classes from './sample-tag.module.css'

/** The mark of what was invented, in a row of a list: as quiet as it can be and still be read. */
export function SampleTag() {
  const { t } = useTranslation('common')
  return <span className={classes.tag}>{t('sample')}</span>
}
