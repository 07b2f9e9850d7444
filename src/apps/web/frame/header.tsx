import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { GrantMenu, PersonMenu } from '#modules/accounts/web/public.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { frameMessages } from '../messages.ts'
import { SampleMark } from './sample-mark.tsx'

const Search = lazy(async () => ({ default: (await import('./search.tsx')).Search }))
const ViewChoices = lazy(async () => ({ default: (await import('./view-choices.tsx')).ViewChoices }))

/** Product, search, unit and role, and the person. */
export function Header() {
  const t = useMessages(frameMessages)
  return (
    <header className="frame-head no-print">
      <Link to="/" className="frame-product">
        <img src="/favicon.svg" alt="" width={34} height={34} />
        <span className="frame-product-name">{t('frame.product')}</span>
      </Link>
      <Suspense fallback={<div className="frame-search frame-wide" />}>
        <Search />
      </Suspense>
      <span className="frame-gap" />
      <span className="frame-wide">
        <SampleMark />
      </span>
      <Suspense fallback={null}>
        <GrantMenu />
        <PersonMenu>
          <ViewChoices />
        </PersonMenu>
      </Suspense>
    </header>
  )
}
