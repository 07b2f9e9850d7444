import { cliCommand } from '#platform/cli/command.ts'

const list = cliCommand({
  noun: 'task',
  verb: 'list',
  usage: '--area CODE [--state not-started|in-progress|done|late|stopped] [--json]',
  about: 'Liệt kê việc phải làm của đơn vị có mã CODE: của kế hoạch đơn vị và của kế hoạch cấp trên có giao.',
  needsDatabase: true,
  options: ['area', 'state', 'json'],
  run: async (args, context) => (await import('./cli-work.ts')).listByCommand(args, context),
})

const set = cliCommand({
  noun: 'task',
  verb: 'set',
  usage:
    'ITEM-ID --area CODE [--state STATE] [--done DAY] [--due DAY] [--reason TEXT] [--next TEXT] [--json]',
  about: 'Cập nhật tình trạng một việc; mã việc (ITEM-ID) lấy từ “task list”. Ngày viết dạng 2026-06-30.',
  needsDatabase: true,
  options: ['area', 'state', 'done', 'due', 'reason', 'next', 'json'],
  run: async (args, context) => (await import('./cli-work.ts')).setByCommand(args, context),
})

export const taskCommands = [list, set]
