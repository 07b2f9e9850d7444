import type { ComponentType } from 'react'

export type ChildPageSection = { key: string; needs: string; Section: ComponentType<{ childId: string }> }

/**
 * Sections that later modules add to the child page. `apps/web` fills the list: an earlier module does not know
 * the later ones.
 */
export const childPageSections: ChildPageSection[] = []
