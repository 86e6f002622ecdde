import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { useProblem } from '../../components/problem-sentence.ts'
import { useWrite } from '../../components/use-write.ts'
import { tokenDays } from '../../contract/tokens.ts'
import { tokens } from '../../data/tokens.ts'
import { session } from '../../data/workspace.ts'
import { type Scope, scopes, usefulScopes } from '../../domain/scopes.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Made } from './made.tsx'
import { keyOf } from './scope-key.ts'
import classes from './tokens.module.css'

const lasting = [30, tokenDays.usual, 180, tokenDays.most]

/** Makes a token, and then shows it once. Scopes are offered as far as one's own roles go. */
export function MakeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['tokens', 'common'])
  const { rights } = useQuery(session.read()).data ?? {}
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<Scope[]>(['records:read'])
  const [days, setDays] = useState(tokenDays.usual)
  const make = useWrite(tokens.make)
  const problem = useProblem(make.error)
  const made = make.data?.reply
  if (made)
    return (
      <Dialog title={t('made.title', { name: made.name })} size="md" onClose={onClose}>
        <Made token={made.token} onClose={onClose} />
      </Dialog>
    )
  return (
    <Dialog title={t('makeTitle')} size="md" onClose={onClose}>
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen.length > 0) make.mutate({ body: { name, scopes: chosen, days } })
        }}
      >
        <p>{t('makeText')}</p>
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          required
          maxLength={100}
          value={name}
          error={problem.field('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group
          label={t('scopes')}
          value={chosen}
          error={chosen.length === 0 ? t('noScope') : undefined}
          onChange={(given) => setChosen(scopes.filter((scope) => given.includes(scope)))}
        >
          <div className={classes.scopes}>
            {(rights ? usefulScopes(rights) : scopes).map((scope) => (
              <Checkbox
                key={scope}
                value={scope}
                label={t(`scope.${keyOf(scope)}`)}
                description={t(`scopeHint.${keyOf(scope)}`)}
              />
            ))}
          </div>
        </Checkbox.Group>
        <Select
          label={t('lasts')}
          allowDeselect={false}
          value={String(days)}
          data={lasting.map((count) => ({ value: String(count), label: t('days', { count }) }))}
          onChange={(value) => value && setDays(Number(value))}
        />
        <FormErrors error={make.error} fields={['name']} />
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <ActionButton
            type="submit"
            loading={make.isPending}
            reason={chosen.length === 0 ? t('noScope') : null}
          >
            {t('makeDo')}
          </ActionButton>
        </Group>
      </form>
    </Dialog>
  )
}
