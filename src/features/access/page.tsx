import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../components/may-write.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { useRecord } from '../../components/use-record.ts'
import { members } from '../../data/access.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Lines } from '../../ui/lines.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { WaitingLines } from '../../ui/waiting-lines.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { MemberLine } from './member-line.tsx'

/** Who has an account, and with which roles. */
export function Component() {
  const { t } = useTranslation('access')
  const list = useRecord(members.list())
  const noWriting = useNoWriting('access.manage')
  const [inviting, setInviting] = useState(false)
  return (
    <Page
      title={t('members.title')}
      eyebrow={<ScopedLink to="/settings">{t('members.back')}</ScopedLink>}
      subtitle={t('members.text')}
      actions={
        <ActionButton reason={noWriting} onClick={() => setInviting(true)}>
          {t('members.invite')}
        </ActionButton>
      }
    >
      {list ? (
        <Section title={t('members.listTitle')} count={list.items.length}>
          <Lines>
            {list.items.map((member) => (
              <MemberLine key={member.id} member={member} />
            ))}
          </Lines>
        </Section>
      ) : (
        <WaitingLines />
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  )
}
