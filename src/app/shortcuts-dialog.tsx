import { Kbd, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'
import { useLetterKeys } from '../ui/letter-keys.ts'
import { type KeyEntry, keyMap } from './key-map.ts'
import { navItems } from './nav-items.ts'
import classes from './shortcuts-dialog.module.css'

/** The map of keys, opened by `?`. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['help', 'app'])
  const letters = useLetterKeys()
  return (
    <Dialog title={t('keys')} onClose={onClose}>
      <div className={classes.columns}>
        {keyMap.map(({ place, entries }) => (
          <section key={place}>
            <h3>{t(`keyPlace.${place}`)}</h3>
            <dl>
              {entries.map((entry) => (
                <Row key={entry.keys.join()} {...entry} words={t(`key.${entry.name}`)} />
              ))}
              {place === 'everywhere' &&
                navItems.map(({ name, key }) => (
                  <Row
                    key={name}
                    keys={['g', key]}
                    joined="then"
                    words={t('goTo', { where: t(`app:nav.${name}`) })}
                  />
                ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        mt="lg"
        label={t('letters')}
        description={t('lettersHint')}
        checked={letters.on}
        onChange={(event) => letters.set(event.currentTarget.checked)}
      />
    </Dialog>
  )
}

function Row({ keys, joined = 'or', words }: Pick<KeyEntry, 'keys' | 'joined'> & { words: string }) {
  const { t } = useTranslation('help')
  const between = joined === 'with' ? '+' : joined === 'then' ? t('thenKey') : ''
  return (
    <div className={classes.row}>
      <dt>
        {keys.map((key, index) => (
          <span key={key + String(index)}>
            {index > 0 && ` ${between} `}
            <Kbd>{key === 'Enter' ? '↵' : key}</Kbd>
          </span>
        ))}
      </dt>
      <dd>{words}</dd>
    </div>
  )
}
