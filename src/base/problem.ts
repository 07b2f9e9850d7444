import { fill, type Holes, type Language } from './messages.ts'

/** `status`: of HTTP (RFC 9110, section 15); 409 for what somebody else changed, 422 for what a rule refuses. */
export type ProblemText = { status: number; vi: string; en: string }

/** A refusal: what a person did cannot be done, and what to do instead. Holds no personal data. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly holes: Holes
  private readonly texts: ProblemText

  constructor(code: string, texts: ProblemText, holes: Holes = {}) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.status = texts.status
    this.texts = texts
    this.holes = holes
  }

  /** The sentence for the person, with its holes filled. */
  text(language: Language): string {
    return fill(this.texts[language], this.holes)
  }
}

/** The refusals of a module. `throw childrenProblem('children.not-found')`. */
export function defineProblems<const Texts extends Record<string, ProblemText>>(texts: Texts) {
  return (code: Extract<keyof Texts, string>, holes?: Holes): Problem => {
    const text: ProblemText | undefined = texts[code]
    if (!text) throw new Error(`unknown problem ${code}`)
    return new Problem(code, text, holes)
  }
}
