const initials = 'ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdđghklmnprstvx]'

/** Every rime of written Vietnamese, tone taken off; a list, because no pattern tells `uê` from `uề`. */
const rimes = [
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây',
  'e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu',
  'i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|inh|ip|it|iu',
  'o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oem|oen|oeo|oet',
  'oi|om|on|ong|ooc|oong|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt',
  'u|ua|uân|uâng|uât|uây|uc|uê|uêch|uênh|ui|um|un|ung|uôc|uôi|uôm|uôn|uông|uôt|uơ|up|ut',
  'uy|uya|uych|uyên|uyêt|uynh|uyt|uyu|ư|ưa|ưc|ưi|ưm|ưn|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu',
  'y|ych|yên|yêm|yêng|yêt|yêu|ynh|yt|êng|ưng',
].join('|')

const syllable = new RegExp(`^(?:${initials})?(?:${rimes})$`)
const tones = /[̣̀́̃̉]/gu

/** Whether a word is spelled as one Vietnamese syllable with at most one tone mark. Case does not matter. */
export function isVietnameseSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD')
  const toneCount = apart.match(tones)?.length ?? 0
  if (toneCount > 1) return false
  return syllable.test(apart.replace(tones, '').normalize('NFC'))
}

export type Fit = { marked: number; valid: number }

/** Of the words that carry a letter beyond ASCII: how many there are and how many are Vietnamese syllables. */
export function vietnameseFit(text: string): Fit {
  const words = text.slice(0, 200_000).match(/[^\s!-@[-`{-~“”‘’–…]+/gu) ?? []
  let marked = 0
  let valid = 0
  for (const word of words) {
    if (!/[^\u0000-\u007f]/u.test(word)) continue
    marked += 1
    if (isVietnameseSyllable(word)) valid += 1
  }
  return { marked, valid }
}
