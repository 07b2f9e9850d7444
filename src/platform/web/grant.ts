import { readSetting, removeSetting, writeSetting } from './device.ts'

/** The grant a person acts under on this device: sent with every request as `x-grant`. */
export function chosenGrant(): string | undefined {
  return readSetting('grant')
}

export function chooseGrant(grantId: string): void {
  writeSetting('grant', grantId)
}

export function forgetGrant(): void {
  removeSetting('grant')
}
