import { z } from 'zod'

export const Capability = z.enum([
  'areas.read',
  'accounts.manage',
  'audit.read',
  'children.read',
  'children.write',
  'children.import',
  'children.export',
  'services.read',
  'services.record',
  'plans.read',
  'plans.write',
  'indicators.read',
  'indicators.recount',
  'reports.read',
  'reports.write',
  'sample.manage',
])
export type Capability = z.infer<typeof Capability>

export const Role = z.enum(['administrator', 'officer', 'field-worker', 'viewer'])
export type Role = z.infer<typeof Role>

/** What each role may do. A grant gives a role in a place from one day to another. */
export const roleCapabilities: Readonly<Record<Role, readonly Capability[]>> = {
  // Manages accounts; the officer's work, children included, needs the officer's role.
  administrator: ['areas.read', 'accounts.manage', 'audit.read', 'sample.manage'],
  officer: [
    'areas.read',
    'children.read',
    'children.write',
    'children.import',
    'children.export',
    'services.read',
    'services.record',
    'plans.read',
    'plans.write',
    'indicators.read',
    'indicators.recount',
    'reports.read',
    'reports.write',
    'sample.manage',
  ],
  'field-worker': [
    'areas.read',
    'children.read',
    'children.write',
    'services.read',
    'services.record',
    'plans.read',
    'indicators.read',
  ],
  // Numbers, no identities.
  viewer: ['areas.read', 'plans.read', 'indicators.read', 'reports.read'],
}
