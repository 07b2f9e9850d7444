import { commandLine } from './command-line.ts'

// A reader that has seen enough ("| head") closes the pipe: no fault of the command.
process.stdout.on('error', (cause) => {
  process.exit('code' in cause && cause.code === 'EPIPE' ? 0 : 1)
})
process.exitCode = await commandLine(process.argv.slice(2), {
  environment: process.env,
  print: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
})
