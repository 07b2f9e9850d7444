import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { actionName, hasActionName, purposeOf } from './audit-words.ts'

/** Names of commands as they stand in the programs: `audit(tx, actor, 'children.edited', ...)`. */
function actionsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name.includes('server'))
    .flatMap((name) =>
      [
        ...readFileSync(join(folder, name), 'utf8').matchAll(
          /\baudit\(\s*(?:context\.)?tx,[^']{0,80}'([a-z-]+\.[a-z-]+)'/g,
        ),
      ].map(([, action = '']) => action),
    )
}

describe('the words of the audit', () => {
  test('every command of the programs has a name that a family understands', () => {
    const found = [...new Set(actionsOf('src/modules'))]
    expect(found.length).toBeGreaterThan(20)
    expect(found.filter((action) => !hasActionName(action))).toEqual([])
  })

  test.each([
    ['children.edited', 'Sửa hồ sơ trẻ', 'Quản lý danh sách trẻ em của địa phương'],
    ['/children/:childId/services', 'Xem dịch vụ của trẻ', 'Theo dõi dịch vụ cho trẻ'],
    [
      '/privacy/children/:childId/copy',
      'Xuất bản sao dữ liệu cho gia đình',
      'Quản lý danh sách trẻ em của địa phương',
    ],
    ['unknown.thing', 'unknown.thing', 'Quản lý danh sách trẻ em của địa phương'],
  ])('%s is "%s" for "%s"', (action, name, purpose) => {
    expect([actionName(action, 'vi'), purposeOf(action, 'vi')]).toEqual([name, purpose])
  })
})
