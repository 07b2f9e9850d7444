import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { GrantEnded, SecondFactorReminder, SignedIn, SignInDialog } from '#modules/accounts/web/public.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { frameMessages } from '../messages.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { Header } from './header.tsx'
import { Navigation } from './places.tsx'
import { PrintedFrom } from './printed-from.tsx'
import { SampleMark } from './sample-mark.tsx'
import './frame.css'

/** What stands around every page of a person who signed in. */
export function SignedInFrame() {
  const t = useMessages(frameMessages)
  return (
    <SignedIn>
      <div className="frame">
        <a href="#content" className="frame-skip">
          {t('frame.to-content')}
        </a>
        <Header />
        <Navigation />
        <main id="content" className="frame-content" tabIndex={-1}>
          <div className="frame-phone">
            <SampleMark />
          </div>
          <ConnectionBanner />
          <Suspense fallback={null}>
            <SecondFactorReminder />
          </Suspense>
          <PrintedFrom />
          <Outlet />
        </main>
      </div>
      <Suspense fallback={null}>
        <SignInDialog />
        <GrantEnded />
      </Suspense>
    </SignedIn>
  )
}
