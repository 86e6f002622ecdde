/**
 * What a cluster does on behalf of others: it leads a market for an alliance, negotiates an agreement that others are party to,
 * leads a mission that others join, pays what is for another, and takes companies of others along.
 */
export const actKinds = ['lead', 'agreement', 'mission', 'expense', 'company'] as const
export type ActKind = (typeof actKinds)[number]
