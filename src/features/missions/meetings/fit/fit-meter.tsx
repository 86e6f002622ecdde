import { Button, Popover, VisuallyHidden } from '@mantine/core'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../i18n/format.ts'
import { StatusBadge } from '../../../../ui/status-badge.tsx'
import type { Tone } from '../../../../ui/theme.ts'
import type { Model } from '../model.ts'
import { FitFindings } from './fit-findings.tsx'
import classes from './fit-meter.module.css'
import { useFit } from './use-fit.ts'

const tones: Record<'fits' | 'perhaps' | 'cannot', Tone> = {
  fits: 'active',
  perhaps: 'expiring',
  cannot: 'overdue',
}

/**
 * "Will it fit": meetings against places as a gauge, and whether that is proven. It opens on the findings, each a sentence.
 */
export function FitMeter({ model }: { model: Model }) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const fit = useFit(model)
  const nothing = fit.meetings === 0
  const share = fit.places > 0 ? Math.min(1, fit.meetings / fit.places) : Number(!nothing)
  const verdict = nothing ? t('fit.nothing') : t(`fit.${fit.verdict}`)
  return (
    <Popover position="bottom-end" width={420} withinPortal trapFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" className={classes.meter}>
          <VisuallyHidden component="span">{t('fit.question')}</VisuallyHidden>{' '}
          <span className={classes.gauge} aria-hidden>
            <span style={{ inlineSize: `${share * 100}%` }} data-verdict={fit.verdict} />
          </span>
          <span className={classes.figures}>
            {t('fit.figures', { meetings: f.number(fit.meetings), places: f.number(fit.places) })}
          </span>{' '}
          <StatusBadge tone={nothing ? 'planned' : tones[fit.verdict]}>{verdict}</StatusBadge>
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <FitFindings model={model} fit={fit} />
      </Popover.Dropdown>
    </Popover>
  )
}
