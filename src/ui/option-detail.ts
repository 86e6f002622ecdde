/** The second line of an option: softer than the first, on the plain ground and on that of the chosen option. */
export const quietInOption = { display: 'block', color: 'color-mix(in srgb, currentcolor 80%, transparent)' }
