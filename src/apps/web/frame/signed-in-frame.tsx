import { Outlet } from '@tanstack/react-router'
import { SignedIn, SignInDialog } from '#modules/accounts/web/public.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { frameMessages } from '../messages.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { Header } from './header.tsx'
import { Navigation } from './places.tsx'
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
          <ConnectionBanner />
          <Outlet />
        </main>
      </div>
      <SignInDialog />
    </SignedIn>
  )
}
