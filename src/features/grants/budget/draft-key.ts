/** Under which the amounts typed into a draft version are kept until they are saved. */
export const draftKey = (versionId: string): string => `budget:${versionId}`
