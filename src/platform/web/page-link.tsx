import { Link, useNavigate } from '@tanstack/react-router'
import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'

type Search = Record<string, string | number | boolean | undefined>

export type PageLinkProps = AnchorProps & {
  /** Address inside the product, for example `/children/0190...`. */
  to: string
  search?: Search
  children: ReactNode
}

/** A link to another page without loading the product again. */
export function PageLink({ to, search = {}, children, ...look }: PageLinkProps) {
  return (
    <Anchor {...look} renderRoot={(root) => <Link {...root} to={to} search={search} />}>
      {children}
    </Anchor>
  )
}

export type PageButtonProps = ButtonProps & { to: string; search?: Search; children: ReactNode }

/** A link that looks like a button. */
export function PageButton({ to, search = {}, children, ...look }: PageButtonProps) {
  return (
    <Button {...look} renderRoot={(root) => <Link {...root} to={to} search={search} />}>
      {children}
    </Button>
  )
}

/** Goes to another page: `const go = useGo(); go('/plans/0190...')`. */
export function useGo() {
  const navigate = useNavigate()
  return (to: string, search: Search = {}) => void navigate({ to, search })
}

/** Writes the choice of a list into its address, so that Back and a shared link keep it. */
export function useChangeSearch() {
  const navigate = useNavigate()
  return (change: Search) =>
    void navigate({ to: '.', search: (before: Search) => ({ ...before, ...change }), replace: true })
}
