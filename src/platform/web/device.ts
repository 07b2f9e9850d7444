const prefix = 'uommam.'

/**
 * Small choices and drafts kept on this device. A private window or a full store refuses to keep
 * them; the page must work all the same, so a refusal here is silent.
 */
export function readSetting(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined
  } catch {
    return undefined
  }
}

export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value)
  } catch {
    // Not kept: see above.
  }
}

export function removeSetting(name: string): void {
  try {
    localStorage.removeItem(prefix + name)
  } catch {
    // Nothing was kept.
  }
}

/** Drafts may hold names of children: they must not stay when a person signs out of a shared device. */
export function removeDrafts(): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(`${prefix}draft.`)) localStorage.removeItem(name)
    }
  } catch {
    // Nothing was kept.
  }
}
