import { Button, CopyButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { useWrite } from '../../components/use-write.ts'
import { calendars } from '../../data/calendars.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './calendar.module.css'
import type { Chosen } from './dialog.tsx'

/** Makes an address; it is shown once, since nobody but its reader keeps it. */
export function Subscribe({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation('calendar')
  const noWriting = useNoWriting('dossier.write')
  const [name, setName] = useState(() => t('address.usualName'))
  const create = useWrite(calendars.create, { message: () => t('address.made') })
  const token = create.data?.reply.token
  const { kinds, alliance, cluster, market, language, alarmDays } = chosen
  return (
    <Section title={t('address.title')}>
      <p className={classes.lead}>{t('address.text')}</p>
      <form
        className={classes.act}
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate({
            body: {
              name,
              kinds,
              language,
              alarmDays,
              allianceId: alliance,
              clusterId: cluster,
              marketId: market,
            },
          })
        }}
      >
        <TextInput
          label={t('address.name')}
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ActionButton
          type="submit"
          loading={create.isPending}
          reason={noWriting ?? (kinds.length === 0 ? t('noKind') : null)}
        >
          {t('address.make')}
        </ActionButton>
      </form>
      <FormErrors error={create.error} fields={[]} />
      {token && <Address token={token} />}
      {token === null && <p className={classes.lead}>{t('address.lost')}</p>}
    </Section>
  )
}

function Address({ token }: { token: string }) {
  const { t } = useTranslation('calendar')
  const url = `${location.origin}/api/calendar/${token}.ics`
  return (
    <div className={classes.address} role="status">
      <TextInput
        label={t('address.url')}
        description={t('address.secret')}
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.buttons}>
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button onClick={copy}>{copied ? t('address.copied') : t('address.copy')}</Button>
          )}
        </CopyButton>
        <Button variant="default" component="a" href={url.replace(/^https?:/, 'webcal:')}>
          {t('address.open')}
        </Button>
      </div>
    </div>
  )
}
