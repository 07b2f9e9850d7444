import {
  IconBuildingCommunity,
  IconMoodKid,
  IconCalendarCheck,
  IconChartBar,
  IconChecklist,
  IconClipboardList,
  IconFileText,
  IconSettings,
  IconShieldLock,
  type Icon,
} from '@tabler/icons-react'
import type { Place } from '#platform/web/page.tsx'

export type Destination = { place: Place; to: string; needs: string; icon: Icon }

export const destinations: readonly Destination[] = [
  { place: 'today', to: '/', needs: 'signed-in', icon: IconCalendarCheck },
  { place: 'children', to: '/children', needs: 'children.read', icon: IconMoodKid },
  { place: 'plans', to: '/plans', needs: 'plans.read', icon: IconClipboardList },
  { place: 'work', to: '/my-work', needs: 'plans.read', icon: IconChecklist },
  { place: 'figures', to: '/indicators', needs: 'indicators.read', icon: IconChartBar },
  { place: 'reports', to: '/reports', needs: 'reports.read', icon: IconFileText },
  { place: 'unit', to: '/units', needs: 'facilities.read', icon: IconBuildingCommunity },
  { place: 'privacy', to: '/privacy', needs: 'privacy.manage', icon: IconShieldLock },
  { place: 'administration', to: '/accounts', needs: 'accounts.grant', icon: IconSettings },
]
