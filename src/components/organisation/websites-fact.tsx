import { TextInput } from '@mantine/core'
import ExternalLink from 'lucide-react/icons/external-link'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../contract/organisations.ts'
import { useFormat } from '../../i18n/format.ts'
import { RowsEditor } from '../../ui/rows-editor.tsx'
import { EditableFact } from '../editable-fact.tsx'
import { PeriodFields } from '../period-fields.tsx'
import type { OrganisationEditing } from './editing.ts'
import classes from './facts.module.css'
import { withScheme } from './web-address.ts'

interface WebsiteRow {
  id?: string
  url: string
  from: string | null
  to: string | null
}

/** A body's websites over time. */
export function WebsitesFact({
  websites,
  editing,
}: {
  websites: Organisation['websites']
  editing: OrganisationEditing
}) {
  const { t } = useTranslation('organisations')
  return (
    <EditableFact<WebsiteRow[]>
      label={t('section.websites')}
      field="websites"
      value={websites}
      version={editing.version}
      reason={editing.reason}
      show={(rows) => <WebsiteList websites={rows} />}
      save={(rows, version) =>
        editing.save({ websites: rows.map((row) => ({ ...row, url: withScheme(row.url) })) }, version)
      }
      input={({ value, onChange, error }) => (
        <RowsEditor<WebsiteRow>
          label={t('section.websites')}
          rows={value}
          onChange={onChange}
          error={error}
          blank={() => ({ url: '', from: null, to: null })}
          addLabel={t('website.add')}
          rowName={(row) => row.url}
        >
          {(row, patch) => (
            <>
              <TextInput
                label={t('website.url')}
                required
                inputMode="url"
                maxLength={2000}
                value={row.url}
                onChange={(event) => patch({ url: event.currentTarget.value })}
              />
              <PeriodFields row={row} patch={patch} />
            </>
          )}
        </RowsEditor>
      )}
    >
      {websites.length > 0 && <WebsiteList websites={websites} />}
    </EditableFact>
  )
}

function WebsiteList({ websites }: { websites: readonly WebsiteRow[] }) {
  const f = useFormat()
  return (
    <ul className={classes.list}>
      {websites.map(({ id, url, from, to }, index) => (
        <li key={id ?? index}>
          <a href={url} target="_blank" rel="noreferrer noopener">
            {url.replace(/^https?:\/\//, '').replace(/\/$/, '')} <ExternalLink size={12} aria-hidden />
          </a>{' '}
          <small>{f.period(from, to)}</small>
        </li>
      ))}
    </ul>
  )
}
