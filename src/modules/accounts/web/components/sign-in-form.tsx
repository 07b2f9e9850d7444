import { Stack } from '@mantine/core'
import { useState } from 'react'
import { CodeStep } from './code-step.tsx'
import { OtherWays } from './other-ways.tsx'
import { PasswordStep } from './password-step.tsx'

/** All ways of signing in; `username` is fixed when a person signs in again over their page. */
export function SignInForm({ username, onSignedIn }: { username?: string; onSignedIn: () => void }) {
  const [needsCode, setNeedsCode] = useState(false)
  if (needsCode) return <CodeStep onSignedIn={onSignedIn} onBack={() => setNeedsCode(false)} />
  return (
    <Stack gap="md">
      <PasswordStep username={username} onSignedIn={onSignedIn} onNeedsCode={() => setNeedsCode(true)} />
      <OtherWays onSignedIn={onSignedIn} isAgain={username !== undefined} />
    </Stack>
  )
}
