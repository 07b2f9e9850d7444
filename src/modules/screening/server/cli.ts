import { cliCommand, requireOption, requireWord, WrongCall } from '#platform/cli/command.ts'

const tools = ['ecdi2030', 'mics-ecdi', 'mchat-r'] as const

/** Scoring a file needs no database: the tools are reference data of the programme. */
const score = cliCommand({
  noun: 'screening',
  verb: 'score',
  usage: '--tool ecdi2030|mics-ecdi|mchat-r FILE.csv [--json]',
  about: 'Chấm điểm phiếu điều tra (ECDI2030, ECDI cũ, M-CHAT-R) cho từng dòng của tệp; in ra tệp CSV.',
  needsDatabase: false,
  options: ['tool', 'json'],
  run: async (args, context) => {
    const name = requireOption(args, 'tool')
    const tool = tools.find((one) => one === name)
    if (!tool) throw new WrongCall(`--tool phải là một trong: ${tools.join(', ')}.`)
    const { scoreFile } = await import('./score-file.ts')
    const json = args.options['json'] === 'true'
    return scoreFile(tool, requireWord(args, 'tên tệp CSV'), { ...context, json })
  },
})

export const screeningCommands = [score]
