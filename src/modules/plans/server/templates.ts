import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { PlanReading } from '../shared/contract.ts'
import type { TemplateChoice } from '../shared/drafting.ts'

const version = '2026-11'

const PlanTemplate = PlanReading.pick({
  bases: true,
  objectives: true,
  targets: true,
  targetGroups: true,
  tasks: true,
  deadlines: true,
  funding: true,
}).extend({ code: z.string(), name: z.string(), title: z.string() })
export type PlanTemplate = z.infer<typeof PlanTemplate>

let loaded: Promise<PlanTemplate[]> | undefined

function templates(): Promise<PlanTemplate[]> {
  loaded ??= readTemplates()
  return loaded
}

async function readTemplates(): Promise<PlanTemplate[]> {
  const file = new URL(`../../../../db/reference/plan-templates/${version}.json`, import.meta.url)
  return z.object({ templates: z.array(PlanTemplate) }).parse(JSON.parse(await readFile(file, 'utf8')))
    .templates
}

export async function listTemplates(): Promise<TemplateChoice[]> {
  return (await templates()).map(({ code, name }) => ({ code, name }))
}

/** Skeletons of plans are reference data: db/reference/plan-templates. */
export async function findTemplate(code: string): Promise<PlanTemplate | undefined> {
  return (await templates()).find((one) => one.code === code)
}
