import { expect, test } from 'vitest'
import { testApp } from '#test/app.ts'
import { cookieJar } from '#test/cookie-jar.ts'
import { testDatabase } from '#test/database.ts'
import { givePassword, goodPassword } from '#test/password.ts'
import { people } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const { lanOfficerDakHa: lan } = people
await givePassword(database, lan)

const from = (address: string) => cookieJar(app.server, { address })

test('the audit says who came in and who was refused, from where, and never what was typed', async () => {
  const tries = async () => {
    const { rows } = await database.owner.query(
      `select action, person_id as person, area_id is not null as placed, address, before, after from accounts_audit
       where address = '10.0.7.7' order by seq`,
    )
    return rows
  }
  await from('10.0.7.7').signIn(lan.username, 'không phải mật khẩu này')
  await from('10.0.7.7').signIn('khong.ai.ten.the', goodPassword)
  await from('10.0.7.7').signIn(lan.username, goodPassword)
  const nobody = '00000000-0000-0000-0000-000000000000'
  const rest = { placed: true, address: '10.0.7.7', before: null, after: null }
  expect(await tries()).toEqual([
    { action: 'accounts.sign-in-failed', person: lan.id, ...rest },
    { action: 'accounts.sign-in-failed', person: nobody, ...rest },
    { action: 'accounts.signed-in', person: lan.id, ...rest },
  ])
})
