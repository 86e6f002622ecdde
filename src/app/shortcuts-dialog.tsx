import { Kbd, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'
import { useLetterKeys } from '../ui/letter-keys.ts'
import { navItems } from './nav-items.ts'
import classes from './shortcuts-dialog.module.css'

/** The map of keys, opened by `?`. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app')
  const letters = useLetterKeys()
  const row = (keys: string[], words: string, between = '') => (
    <div className={classes.row} key={words}>
      <dt>
        {keys.map((key, index) => (
          <span key={index}>
            {index > 0 && ` ${between} `}
            <Kbd>{key}</Kbd>
          </span>
        ))}
      </dt>
      <dd>{words}</dd>
    </div>
  )
  return (
    <Dialog title={t('shortcuts.title')} onClose={onClose}>
      <div className={classes.columns}>
        <section>
          <h3>{t('shortcuts.everywhere')}</h3>
          <dl>
            {row(['Ctrl', 'K'], t('shortcuts.palette'), '+')}
            {row(['n'], t('shortcuts.create'))}
            {row(['Ctrl', '↵'], t('shortcuts.send'), '+')}
            {row(['?'], t('shortcuts.help'))}
            {row(['Esc'], t('shortcuts.close'))}
            {navItems.map(({ name, key }) =>
              row(['g', key], t('shortcuts.goTo', { where: t(`nav.${name}`) }), t('shortcuts.thenKey')),
            )}
          </dl>
        </section>
        <section>
          <h3>{t('shortcuts.lists')}</h3>
          <dl>
            {row(['/'], t('shortcuts.search'))}
            {row(['j', 'k'], t('shortcuts.move'))}
            {row(['↵'], t('shortcuts.open'))}
            {row(['x'], t('shortcuts.select'))}
          </dl>
        </section>
      </div>
      <Switch
        mt="lg"
        label={t('shortcuts.letters')}
        description={t('shortcuts.lettersHint')}
        checked={letters.on}
        onChange={(event) => letters.set(event.currentTarget.checked)}
      />
    </Dialog>
  )
}
