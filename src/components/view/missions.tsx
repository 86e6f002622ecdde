import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { View } from '../../contract/views.ts'
import { missions } from '../../data/missions.ts'
import { Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import { DialogLink } from '../dialog-link.tsx'
import { useNoBeginning } from '../may-write.ts'
import { MissionLine } from '../missions-section.tsx'
import { useScope } from '../scope.ts'
import { ScopedLink } from '../scoped-link.tsx'
import { openedPath } from './opened-path.ts'
import classes from './view.module.css'

const few = 5

/** Missions to come, the next first, and those past, the last first. `begin` is what a new mission begins with. */
export function ViewMissions({
  figures,
  begin,
}: {
  figures: View['figures']
  begin: Record<string, string>
}) {
  const { t } = useTranslation(['views', 'common'])
  const noWriting = useNoBeginning('activity.write')
  const { toCome, running, held } = figures
  const ahead = {
    ...toCome,
    count: toCome.count + running.count,
    query: { ...toCome.query, status: `${toCome.query.status},${running.query.status}` },
  }
  return (
    <Section
      title={t('common:noun.missions')}
      count={ahead.count + held.count || undefined}
      action={
        !noWriting && (
          <DialogLink dialog="new-mission" params={begin}>
            {t('common:newMission')}
          </DialogLink>
        )
      }
    >
      <Part title={t('missions.toCome')} none={t('missions.noneToCome')} figure={ahead} sort="starts" />
      <Part title={t('missions.past')} none={t('missions.nonePast')} figure={held} sort="-starts" />
    </Section>
  )
}

function Part({
  title,
  none,
  figure,
  sort,
}: {
  title: string
  none: string
  figure: View['figures']['held']
  sort: 'starts' | '-starts'
}) {
  const { t } = useTranslation('common')
  const { asOf } = useScope()
  const { data } = useQuery(missions.page({ query: { ...figure.query, asOf, sort, limit: few } }))
  return (
    <div className={classes.part}>
      <h3>
        {title} <span className={classes.partCount}>{figure.count}</span>
        {figure.count > few && (
          <ScopedLink className={classes.partAll} to={`${openedPath(figure)}&sort=${sort}`}>
            {t('showAll')}
          </ScopedLink>
        )}
      </h3>
      {figure.count === 0 && <Nothing>{none}</Nothing>}
      <Lines label={title}>
        {data?.items.map((mission) => (
          <MissionLine key={mission.id} mission={mission} />
        ))}
      </Lines>
    </div>
  )
}
