import { registerHooks } from 'node:module'

/** For `node --import`: writes the packages a process loaded to its standard error, as the last line. */
const packages = new Set<string>()

registerHooks({
  load: (url, context, next) => {
    const name = /.*\/node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)\//.exec(url)?.groups?.['name']
    if (name) packages.add(name)
    return next(url, context)
  },
})

process.on('exit', () => process.stderr.write(`\nloaded: ${[...packages].toSorted().join(' ')}\n`))
