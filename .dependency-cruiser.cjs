/**
 * The borders of the code. The order of modules comes from architecture.js.
 */
const { lines, modulesBefore } = require('./architecture.js')

const officeFiles = '^node_modules/(docx|exceljs|mammoth|read-excel-file|pdfmake|csv-parse|iconv-lite)/'
const httpFramework = '^node_modules/(fastify|@fastify/[^/]+)/'
const database = '^node_modules/(kysely|pg|pg-boss)/'

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to }
}

/** A module may not reach into modules that stand beside or after it. */
function orderOf(name) {
  const allowed = [name, ...modulesBefore(name)].join('|')
  return forbid(
    `order-of-modules-${name}`,
    `${name} may use only the modules before it in architecture.js`,
    { path: `^src/modules/${name}/`, pathNot: '\\.test\\.tsx?$' },
    { path: '^src/modules/', pathNot: `^src/modules/(${allowed})/` },
  )
}

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'two files that need each other are one file',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    ),
    forbid(
      'base-knows-nothing',
      'base has no domain and no I/O',
      { path: '^src/base/', pathNot: '\\.test\\.ts$' },
      { path: '^src/', pathNot: '^src/base/' },
    ),
    forbid(
      'platform-knows-no-module',
      'platform is I/O without domain',
      { path: '^src/platform/', pathNot: '\\.test\\.tsx?$' },
      { path: '^src/(modules|apps|ui)/' },
    ),
    forbid(
      'ui-knows-no-module',
      'components have no domain',
      { path: '^src/ui/' },
      { path: '^src/(modules|apps)/' },
    ),
    forbid(
      'nothing-uses-apps',
      'apps is wiring',
      { path: '^src/(base|platform|ui|modules)/', pathNot: '\\.test\\.tsx?$' },
      { path: '^src/apps/' },
    ),
    forbid(
      'shared-runs-anywhere',
      'shared is pure: zod, base, other shared',
      { path: '^src/(base|modules/[^/]+/shared)/', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'shared-needs-only-zod',
      'shared is pure: zod, base, other shared',
      { path: '^src/(base|modules/[^/]+/shared)/', pathNot: '\\.test\\.ts$' },
      { path: '^node_modules/', pathNot: '^node_modules/(zod|jsgrowup)/' },
    ),
    forbid(
      'shared-stays-shared',
      'shared uses neither server nor web nor platform',
      { path: '^src/modules/[^/]+/shared/', pathNot: '\\.test\\.ts$' },
      { path: '^src/(platform|ui|apps|modules/[^/]+/(server|web))/' },
    ),
    forbid(
      'server-never-web',
      'the server does not know pages',
      { path: '^src/(modules/[^/]+/server|apps/[^/]+\\.ts$)', pathNot: '\\.test\\.ts$' },
      { path: '^src/(ui|platform/web|modules/[^/]+/web|apps/web)/' },
    ),
    forbid(
      'web-never-server',
      'a page reaches the server by HTTP only',
      { path: '^src/(ui|platform/web|modules/[^/]+/web|apps/web)/', pathNot: '\\.test\\.tsx?$' },
      { path: '^src/(platform/(?!web/)|modules/[^/]+/server|apps/[^/]+\\.ts$)' },
    ),
    forbid(
      'front-door-server',
      'another module only through server/public.ts',
      { path: '^src/modules/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      { path: '^src/modules/[^/]+/server/', pathNot: ['^src/modules/$1/', '/server/public\\.ts$'] },
    ),
    forbid(
      'front-door-web',
      'another module only through web/public',
      { path: '^src/modules/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      { path: '^src/modules/[^/]+/web/', pathNot: ['^src/modules/$1/', '/web/public\\.tsx?$'] },
    ),
    forbid(
      'http-framework-in-platform',
      'one place knows the HTTP server',
      { path: '^src/', pathNot: ['^src/platform/http/', '\\.test\\.ts$'] },
      { path: httpFramework, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'office-files-in-platform',
      'one place knows office files',
      { path: '^src/', pathNot: ['^src/platform/(documents|files)/', '\\.test\\.ts$'] },
      { path: officeFiles },
    ),
    forbid(
      'database-in-platform-and-queries',
      'SQL stands in platform and queries',
      { path: '^src/', pathNot: ['^src/platform/', '/server/queries', '/server/cli', '\\.test\\.ts$'] },
      { path: database, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'production-never-tests',
      'production does not import tests',
      { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      { path: '(\\.test\\.tsx?$|^test/|^bench/|^scripts/)' },
    ),
    forbid(
      'nothing-unresolved',
      'an import that leads nowhere',
      { path: '^(src|test|bench|scripts)/' },
      { couldNotResolve: true },
    ),
    ...lines.flat().map(orderOf),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  },
}
