import { Link } from '@tanstack/react-router'
import { GrantMenu, PersonMenu } from '#modules/accounts/web/public.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { frameMessages } from '../messages.ts'
import { SampleMark } from './sample-mark.tsx'
import { Search } from './search.tsx'
import { ViewChoices } from './view-choices.tsx'

/** Product, search, unit and role, and the person. */
export function Header() {
  const t = useMessages(frameMessages)
  return (
    <header className="frame-head no-print">
      <Link to="/" className="frame-product">
        <img src="/favicon.svg" alt="" width={34} height={34} />
        <span className="frame-product-name">{t('frame.product')}</span>
      </Link>
      <Search />
      <span className="frame-gap" />
      <SampleMark />
      <GrantMenu />
      <PersonMenu>
        <ViewChoices />
      </PersonMenu>
    </header>
  )
}
