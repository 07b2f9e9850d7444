import type { ComponentType, ReactNode } from 'react'

export type ChildPageSection = {
  key: string
  needs: string
  /** What is seldom asked for stands below what the register knows. */
  isAtFoot?: boolean
  Section: ComponentType<{ childId: string }>
}

/**
 * Sections that later modules add to the child page. `apps/web` fills the list: an earlier module does not know
 * the later ones.
 */
export const childPageSections: ChildPageSection[] = []

export type PregnancyPageSection = {
  key: string
  needs: string
  Section: ComponentType<{ pregnancyId: string; motherName: string }>
}

/** Sections that later modules add to the page of a pregnancy; `apps/web` fills the list. */
export const pregnancyPageSections: PregnancyPageSection[] = []

export type ChildPageAddition = {
  key: string
  needs: string
  /** Lines of a menu; `show` puts a dialog onto the page, which closes itself by the function it is given. */
  Items: ComponentType<{ childId: string; show: (dialog: (close: () => void) => ReactNode) => void }>
}

/** What later modules let a person write about a child, from the menu of its page; `apps/web` fills the list. */
export const childPageAdditions: ChildPageAddition[] = []

/** `Has` and `Lacks` are lines of two lists: what is there, and what is missing or late. */
export type UnitPageSection = {
  key: string
  needs: string
  Has: ComponentType<{ areaId: string }>
  Lacks: ComponentType<{ areaId: string }>
}

/** Lines that other modules add to the page of a unit; `apps/web` fills the list. */
export const unitPageSections: UnitPageSection[] = []

export type PlanPageSection = {
  key: string
  needs: string
  Section: ComponentType<{ planId: string }>
  /** Lines of the overview that heads the page (`#ui/overview.tsx`). */
  Lines?: ComponentType<{ planId: string }>
}

/** Sections that later modules add to the page of a plan; `apps/web` fills the list. */
export const planPageSections: PlanPageSection[] = []

export type AreaPageSection = {
  key: string
  needs: string
  Section: ComponentType<{ areaId: string; name: string }>
}

/** Sections that later modules add to the page of a place and its history; `apps/web` fills the list. */
export const areaPageSections: AreaPageSection[] = []
