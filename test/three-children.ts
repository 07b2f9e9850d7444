import type { TestDatabase } from './database.ts'
import { addPlan } from './filed-plan.ts'
import { places } from './people.ts'
import { addChild } from './registered-child.ts'

/** Đăk Hà with a plan, two children under eight in one village, of whom one is poor, and an older one. Returns the plan. */
export async function planWithThreeChildren(database: TestDatabase): Promise<string> {
  const planId = await addPlan(database, places.dakHa)
  const village = { villageId: places.dakMeVillage }
  await addChild(database, { ...village, bornOn: '2020-01-10', sex: 'female', poverty: 'poor' })
  await addChild(database, { ...village, bornOn: '2024-05-01', sex: 'male', poverty: 'none' })
  await addChild(database, { bornOn: '2015-05-01', villageId: places.konTrangVillage, sex: 'male' })
  return planId
}
