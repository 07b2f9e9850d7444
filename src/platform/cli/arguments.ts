import { type CliArguments, type CliCommand, WrongCall } from './command.ts'

type Called = Pick<CliCommand, 'usage' | 'options'>

/**
 * What stands behind noun and verb, held against the usage line that help prints: an option it does not know, an
 * option without its value and a word too many are wrong calls (exit 2), never left aside in silence.
 */
export function parseArguments(rest: readonly string[], command: Called): CliArguments {
  const words: string[] = []
  const options: Record<string, string> = {}
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? ''
    if (!word.startsWith('--')) {
      words.push(asWord(word))
      continue
    }
    const [name = '', ...inline] = word.slice(2).split('=')
    if (!command.options.includes(name)) throw new WrongCall(`Không có tùy chọn --${name}.`)
    const isInline = inline.length > 0
    const value = isInline ? inline.join('=') : valueAfter(rest[index + 1], name, command)
    if (!isInline && value !== undefined) index += 1
    options[name] = value ?? 'true'
  }
  refuseSurplus(words, command)
  return { words, options }
}

/** "-j" is a mistyped option; "-5" a number. */
function asWord(word: string): string {
  if (/^-\p{L}/u.test(word))
    throw new WrongCall(`Không có tùy chọn ${word}; tên tùy chọn có hai dấu gạch (--json).`)
  return word
}

function valueAfter(next: string | undefined, name: string, command: Called): string | undefined {
  const kind = optionKind(name, command.usage)
  if (kind === 'flag') return undefined
  const value = next?.startsWith('--') ? undefined : next
  if (kind === 'valued' && value === undefined) throw new WrongCall(`Thiếu giá trị cho --${name}.`)
  return value
}

/** As the usage line shows it: "[--late]" stands alone, "--area CODE" takes a value. */
function optionKind(name: string, usage: string): 'flag' | 'valued' | 'unknown' {
  const shown = new RegExp(String.raw`--${name}(?![\w-])(\s+[^\s\-[|\]])?`, 'u').exec(usage)
  if (shown) return shown[1] === undefined ? 'flag' : 'valued'
  return ['json', 'confirm', 'all', 'force'].includes(name) ? 'flag' : 'unknown'
}

function refuseSurplus(words: readonly string[], { usage }: Called): void {
  const surplus = words[mostWords(usage)]
  if (surplus !== undefined)
    throw new WrongCall(`Thừa “${surplus}”. Đường dẫn có dấu cách phải đặt trong dấu ngoặc kép.`)
}

/** The words a usage line names besides its options; "[TỆP ...]" stands for any number of them. */
export function mostWords(usage: string): number {
  if (usage.includes('...')) return Infinity
  return usage
    .replace(/\[--[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\]/gu, ' ')
    .replace(/--[\w-]+(?:\s+[^\s[|][^\s]*)?/gu, ' ')
    .split(/[\s|]+/u)
    .filter((word) => word !== '').length
}
