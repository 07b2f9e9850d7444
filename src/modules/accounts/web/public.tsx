import { lazy } from 'react'

export { useRoleName } from './components/role-name.ts'
export { SignedIn } from './components/signed-in.tsx'
export { statusQuery } from './requests.ts'

/** Menus and dialogs come after the first paint: what carries them is a third of the first script. */
export const GrantMenu = lazy(async () => ({
  default: (await import('./components/grant-menu.tsx')).GrantMenu,
}))
export const PersonMenu = lazy(async () => ({
  default: (await import('./components/person-menu.tsx')).PersonMenu,
}))
export const GrantEnded = lazy(async () => ({
  default: (await import('./components/grant-ended.tsx')).GrantEnded,
}))
export const SignInDialog = lazy(async () => ({
  default: (await import('./components/sign-in-dialog.tsx')).SignInDialog,
}))
export const SecondFactorReminder = lazy(async () => ({
  default: (await import('./components/second-factor-reminder.tsx')).SecondFactorReminder,
}))
