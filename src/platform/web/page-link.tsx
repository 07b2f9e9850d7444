import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { Anchor, Button, Menu, type AnchorProps, type ButtonProps } from '@mantine/core'
import { useCallback, type ReactNode } from 'react'

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

/** A link in a menu. */
export function PageMenuItem({
  to,
  search = {},
  children,
}: Pick<PageButtonProps, 'to' | 'search' | 'children'>) {
  return <Menu.Item renderRoot={(root) => <Link {...root} to={to} search={search} />}>{children}</Menu.Item>
}

/** Goes to another page: `const go = useGo(); go('/plans/0190...')`; `text` as in `useTypedText`. */
export function useGo() {
  const navigate = useNavigate()
  return (to: string, search: Search = {}, text = '') => void navigate({ to, search, hash: text })
}

/**
 * What is searched for, kept by Back and reload. It may be a person's name, so it stands after `#`:
 * that part of an address is never sent to a server and stands in no log.
 */
export function useTypedText(): [string, (text: string) => void] {
  const navigate = useNavigate()
  const text = useLocation({ select: ({ hash }) => decoded(hash) })
  const change = useCallback(
    (next: string) => void navigate({ to: '.', search: true, hash: next, replace: true }),
    [navigate],
  )
  return [text, change]
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}

/** Writes the choice of a list into its address, so that Back and a shared link keep it. */
export function useChangeSearch() {
  const navigate = useNavigate()
  return (change: Search) =>
    void navigate({ to: '.', search: (before: Search) => ({ ...before, ...change }), replace: true })
}
