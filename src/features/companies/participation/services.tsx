import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serviceColumns } from '../../../components/export/columns.ts'
import { ExportMenu } from '../../../components/export/export-menu.tsx'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Company } from '../../../contract/companies.ts'
import { listServices, type Service } from '../../../contract/services.ts'
import { services } from '../../../data/services.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { AddButton } from '../add-button.tsx'
import { RowMenu } from '../row-menu.tsx'
import { ServiceDialog } from './service-dialog.tsx'

/** What it got besides missions. */
export function Services({ company, items }: { company: Company; items: Service[] }) {
  const { t } = useTranslation('served')
  const [editing, setEditing] = useState<Service | 'new' | null>(null)
  return (
    <Section
      title={t('services.title')}
      count={items.length || undefined}
      action={
        <span style={{ display: 'flex', gap: 8 }}>
          {items.length > 0 && (
            <ExportMenu
              name={`${t('services.title')} ${company.name}`}
              endpoint={listServices}
              query={{ organisation: company.id }}
              columns={serviceColumns}
            />
          )}
          <AddButton right="activity.write" company={company} onClick={() => setEditing('new')}>
            {t('services.add')}
          </AddButton>
        </span>
      }
    >
      {items.length === 0 && <Nothing>{t('services.none')}</Nothing>}
      <Lines label={t('services.title')}>
        {items.map((service) => (
          <ServiceLine key={service.id} service={service} onEdit={() => setEditing(service)} />
        ))}
      </Lines>
      {editing && (
        <ServiceDialog
          company={company}
          service={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

function ServiceLine({ service, onEdit }: { service: Service; onEdit: () => void }) {
  const { t } = useTranslation('served')
  const f = useFormat()
  const remove = useWrite(services.remove, { message: () => t('services.removed'), failure: 'toast' })
  const { id, version, title, kind, provider, cluster, market, starts, ends, value, aidIds } = service
  return (
    <Line
      title={
        <>
          {title} {service.sample && <SampleTag />}
        </>
      }
      end={
        <>
          {value && <strong>{f.money(value)}</strong>}
          <span>{f.period(starts, ends)}</span>
          <RowMenu
            right="activity.write"
            label={t('services.actions', { name: title })}
            onEdit={onEdit}
            onRemove={() => remove.mutate({ params: { id }, version })}
          />
        </>
      }
    >
      {[
        t(`services.kinds.${kind}`),
        provider?.name,
        cluster?.name,
        market?.name,
        aidIds.length > 0 && t('services.aid', { count: aidIds.length }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Line>
  )
}
