/** The five steps through the four jobs: where each takes place, and the element that it is about. */
export const steps = [
  { name: 'sign', path: '/', anchor: '[data-control="create"]' },
  { name: 'mission', path: '/missions', anchor: '#content [data-row="0"]' },
  { name: 'companies', path: '/companies/served', anchor: '#content h1' },
  { name: 'budget', path: '/grants', anchor: '#content [data-row="0"]' },
  { name: 'market', path: '/markets', anchor: '#content [data-row="0"]' },
] as const
