import type { Page } from 'playwright-core'
import { z } from 'zod'
import { addDays, vietnamDay } from '#base/day.ts'
import { newId } from '#base/id.ts'

const Me = z.object({ grants: z.array(z.object({ area: z.object({ id: z.string() }) })) })
const Villages = z.array(z.object({ id: z.string(), kind: z.string() }))

/** Invented women, by their week of pregnancy today. */
const women = [
  { motherName: 'Y Blơi Mẫu', week: 8 },
  { motherName: 'Y Hoa Mẫu', week: 15 },
  { motherName: 'Nguyễn Thị Thu Hà Mẫu', week: 22 },
  { motherName: 'Y Nga Mẫu', week: 37 },
] as const

/** Four pregnancies in the sample commune, one with some care already; returns that one. */
export async function fillPregnancies({ request }: Page): Promise<string> {
  const today = vietnamDay(new Date())
  const me = Me.parse(await (await request.get('/api/me')).json())
  const areas = await request.get(`/api/areas/${me.grants[0]?.area.id}/children`)
  const villages = Villages.parse(await areas.json()).filter(({ kind }) => kind === 'village')
  const unknown = { facilityId: null, householdCode: null, address: null, poverty: null, note: null }
  const ids = women.map(() => newId())
  for (const [index, { motherName, week }] of women.entries())
    await request.post('/api/children/pregnancies', {
      data: {
        ...{ ...unknown, id: ids[index], areaId: villages[index]?.id, motherName, motherBornYear: 1998 },
        ...{ motherPhone: '0900000010', ethnicCode: '14', expectedOn: addDays(today, 280 - week * 7) },
      },
    })
  const [, , pregnancyId = ''] = ids
  const given = [
    { itemCode: 'ANC-1', doneOn: addDays(today, -100) },
    { itemCode: 'ANC-NUT', doneOn: addDays(today, -3) },
    {
      ...{ itemCode: 'ANC-TET', doneOn: addDays(today, -10), answer: 'contraindicated' },
      note: 'Đã tiêm đủ mũi ở lần mang thai trước',
    },
  ]
  for (const one of given)
    await request.post('/api/services/women/records', { data: { ...one, id: newId(), pregnancyId } })
  return pregnancyId
}
