import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/**
 * The visual language, in one place. Contrast of every pair below is at least 4.5:1 in its scheme (checked by axe on
 * every screen). 4 px grid; 14 px in tables and forms, 13 px secondary, 22 px page titles.
 */

const teal: MantineColorsTuple = [
  '#e6f4f2',
  '#cfe8e4',
  '#a0d1ca',
  '#6db8ae',
  '#439f94',
  '#25877c',
  '#15716a',
  '#0b5f59',
  '#084d48',
  '#063a37',
]

/** Mantine's own is too light for white words on it. */
const red: MantineColorsTuple = [
  '#fdf0ee',
  '#fbdcd8',
  '#f4b5ad',
  '#ec8b80',
  '#e4675a',
  '#dd4d3f',
  '#c23a2c',
  '#b0281a',
  '#8f1f14',
  '#701810',
]

const gray: MantineColorsTuple = [
  '#f7f8f9',
  '#f0f2f3',
  '#e4e7e9',
  '#d3d8db',
  '#b3bac0',
  '#8b949b',
  '#656e75',
  '#4b545b',
  '#333b41',
  '#1e252a',
]

const dark: MantineColorsTuple = [
  '#d4d9dd',
  '#b4bbc1',
  '#939ca3',
  '#6b747b',
  '#3c444a',
  '#2e353a',
  '#252b30',
  '#1b2024',
  '#14181b',
  '#0e1113',
]

/** What a status colour means is fixed everywhere; the word always stands beside it. */
export const tones = ['planned', 'preparation', 'active', 'expiring', 'overdue', 'closed'] as const
export type Tone = (typeof tones)[number]

const toneColours: Record<
  Tone,
  { light: [ink: string, ground: string]; dark: [ink: string, ground: string] }
> = {
  planned: { light: ['#4d565d', '#eceff1'], dark: ['#b9c1c8', '#2c3338'] },
  preparation: { light: ['#1a57a6', '#e6effb'], dark: ['#93bff5', '#1b2d45'] },
  active: { light: ['#17683a', '#e1f3e8'], dark: ['#80d1a2', '#163323'] },
  expiring: { light: ['#855000', '#fdf0d6'], dark: ['#f0bf68', '#3a2c10'] },
  overdue: { light: ['#b0281a', '#fde9e6'], dark: ['#ff9f92', '#45201b'] },
  closed: { light: ['#47566b', '#e7ebf1'], dark: ['#a9b7ca', '#27303c'] },
}

const toneVariables = (scheme: 'light' | 'dark') =>
  Object.fromEntries(
    tones.flatMap((tone) => {
      const [ink, ground] = toneColours[tone][scheme]
      return [
        [`--tone-${tone}`, ink],
        [`--tone-${tone}-ground`, ground],
      ]
    }),
  )

/** Variables beyond Mantine's own: surfaces, lines and status colours. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--bar-height': '52px',
    '--nav-width': '208px',
  },
  light: {
    '--ground': '#ffffff',
    '--ground-raised': '#ffffff',
    '--ground-side': '#f6f8f8',
    '--ground-hover': '#f0f4f4',
    '--ground-selected': '#e6f4f2',
    '--line': '#e2e6e8',
    '--line-strong': '#c3cace',
    '--ink': '#1b2226',
    '--ink-soft': '#586169',
    '--ink-accent': '#0b5f59',
    '--mantine-color-dimmed': '#586169',
    '--mantine-color-text': '#1b2226',
    '--mantine-color-error': '#b0281a',
    '--mantine-color-anchor': '#0b5f59',
    '--mantine-color-placeholder': '#656e75',
    '--mantine-color-teal-light-color': '#0b5f59',
    '--mantine-color-teal-light-hover': '#e6f4f2',
    '--mantine-color-yellow-light': '#fdf0d6',
    '--mantine-color-yellow-light-color': '#855000',
    ...toneVariables('light'),
  },
  dark: {
    '--ground': '#14181b',
    '--ground-raised': '#1b2024',
    '--ground-side': '#101416',
    '--ground-hover': '#1f262a',
    '--ground-selected': '#12302e',
    '--line': '#2a3136',
    '--line-strong': '#454e55',
    '--ink': '#e3e7ea',
    '--ink-soft': '#a0a9b0',
    '--ink-accent': '#6dc3b8',
    '--mantine-color-body': '#14181b',
    '--mantine-color-dimmed': '#a0a9b0',
    '--mantine-color-text': '#e3e7ea',
    '--mantine-color-error': '#ff9f92',
    '--mantine-color-anchor': '#6dc3b8',
    '--mantine-color-placeholder': '#8d979e',
    '--mantine-color-teal-light-color': '#6dc3b8',
    '--mantine-color-teal-light-hover': '#12302e',
    '--mantine-color-yellow-light': '#3a2c10',
    '--mantine-color-yellow-light-color': '#f0bf68',
    ...toneVariables('dark'),
  },
})

const system = 'system-ui, -apple-system, "Segoe UI", sans-serif'

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  colors: { teal, red, gray, dark },
  fontFamily: `"Inter Variable", ${system}`,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Modal: {
      defaultProps: { transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } },
    },
    Drawer: {
      defaultProps: { transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } },
    },
    // The placeholder it would focus first is no child that a menu may have.
    Menu: {
      defaultProps: { transitionProps: { duration: 100 }, shadow: 'md', withInitialFocusPlaceholder: false },
    },
    Popover: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    // A page of text pasted into a dialog scrolls in its field: the buttons below must stay within reach.
    Textarea: { defaultProps: { maxRows: 12 } },
  },
})
