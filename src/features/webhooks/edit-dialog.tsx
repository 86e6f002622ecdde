import { Checkbox, MultiSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../components/dialog-form.tsx'
import { useProblem } from '../../components/problem-sentence.ts'
import { useWrite } from '../../components/use-write.ts'
import { type Webhook, type WebhookNoun, webhookNouns } from '../../contract/webhooks.ts'
import { webhooks } from '../../data/webhooks.ts'
import { Dialog } from '../../ui/dialog.tsx'

interface Props {
  /** Null for a new one. */
  webhook: Webhook | null
  onDone: (saved: Webhook & { secret?: string | null }) => void
  onClose: () => void
}

/** Where another program is, and what it is told of. */
export function EditDialog({ webhook, onDone, onClose }: Props) {
  const { t } = useTranslation('webhooks')
  const [url, setUrl] = useState(webhook?.url ?? '')
  const [description, setDescription] = useState(webhook?.description ?? '')
  const [nouns, setNouns] = useState<WebhookNoun[]>(webhook?.nouns ?? [])
  const [enabled, setEnabled] = useState(webhook?.enabled ?? true)
  const create = useWrite(webhooks.create, { message: () => t('added'), onDone })
  const update = useWrite(webhooks.update, { message: () => t('saved'), onDone })
  const { error, isPending } = webhook ? update : create
  const problem = useProblem(error)
  const submit = () => {
    const body = { url: url.trim(), description: description.trim() || null, nouns, enabled }
    if (webhook) update.mutate({ params: { id: webhook.id }, body })
    else create.mutate({ body })
  }
  return (
    <Dialog title={t(webhook ? 'edit' : 'add')} size="md" onClose={onClose}>
      <DialogForm
        about={t('form.about')}
        refusal={null}
        error={error}
        fields={['url', 'description', 'nouns']}
        busy={isPending}
        submit={t(webhook ? 'form.save' : 'form.add')}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextInput
          type="url"
          label={t('form.url')}
          description={t('form.urlHint')}
          placeholder="https://crm.example.org/corridor"
          required
          maxLength={2000}
          value={url}
          error={problem.field('url')}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <TextInput
          label={t('form.description')}
          maxLength={200}
          value={description}
          error={problem.field('description')}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <MultiSelect
          label={t('form.nouns')}
          description={t('form.nounsHint')}
          placeholder={nouns.length === 0 ? t('all') : undefined}
          searchable
          clearable
          data={webhookNouns.map((value) => ({ value, label: t(`noun.${value}`) }))}
          value={nouns}
          error={problem.field('nouns')}
          onChange={(values) => setNouns(values as WebhookNoun[])}
        />
        <Checkbox
          label={t('form.enabled')}
          description={t('form.enabledHint')}
          checked={enabled}
          onChange={(event) => setEnabled(event.currentTarget.checked)}
        />
      </DialogForm>
    </Dialog>
  )
}
