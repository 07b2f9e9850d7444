import { CloseButton, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { roman } from '#base/roman.ts'
import { useMessages } from '#platform/web/language.tsx'
import { printedTables } from '../../shared/annexes.ts'
import type { ReportTable } from '../../shared/content.ts'
import type { Report } from '../../shared/contract.ts'
import { reportsMessages } from '../../shared/messages.ts'
import { isOpenPart } from '../../shared/flow.ts'
import { columnsQuery } from '../requests.ts'
import { AnnexName, AnnexTable } from './annex-table.tsx'
import { CellFacts } from './cell-facts.tsx'
import { CheckPanel } from './check-panel.tsx'
import { Comments } from './comments.tsx'
import { ReportFiles } from './report-files.tsx'
import { ReportHistory } from './report-history.tsx'
import { ReportSectionPart } from './report-section.tsx'
import './report-editor.css'

/** Sections with their state on the left, the page in the middle, the facts of the chosen cell on the right. */
export function ReportEditor({ report }: { report: Report }) {
  const t = useMessages(reportsMessages)
  const [chosen, choose] = useState<string | undefined>(undefined)
  const mayWrite = report.may.includes('write')
  const { tables } = report.content
  const { data: columns } = useQuery(columnsQuery(report.id))
  const isTyped = (column: string) => columns?.[column]?.fact === null
  const show = (key: string) => {
    choose(key)
    document.getElementById(`annex-${key.slice(0, key.indexOf('.'))}`)?.scrollIntoView()
  }
  return (
    <>
      <CheckPanel report={report} onChoose={show} />
      <div className="report-editor">
        <ReportOutline report={report} />
        <div className="report-page">
          <Words report={report} mayWrite={mayWrite} />
          {tables.map((table) => (
            <AnnexTable
              key={table.key}
              {...{ table, chosen, isTyped }}
              number={annexNumber(report, table)}
              onChoose={choose}
            />
          ))}
          <Comments report={report} about={{ about: 'report' }} />
          <ReportFiles report={report} />
          <ReportHistory report={report} />
        </div>
        <aside className="report-facts no-print" data-chosen={chosen !== undefined || undefined}>
          {chosen === undefined ? null : (
            <CloseButton aria-label={t('reports.cell-close')} size={44} onClick={() => choose(undefined)} />
          )}
          <CellFacts key={chosen} report={report} chosen={chosen} mayWrite={mayWrite} />
        </aside>
      </div>
    </>
  )
}

/** The subject and the parts, section by section. */
function Words({ report, mayWrite }: { report: Report; mayWrite: boolean }) {
  const { head, parts } = report.content
  return (
    <>
      <Title order={2} ta="center" size="h3">
        {head.subject}
      </Title>
      {parts.map((part, index) => (
        <section key={part.key} aria-label={part.title}>
          <Title order={3} size="h4" mt="lg">
            {roman(index + 1)}. {part.title}
          </Title>
          {part.sections.map((section) => (
            <ReportSectionPart
              key={section.key}
              report={report}
              section={section}
              mayWrite={mayWrite && isOpenPart(report.openParts, section.key)}
            />
          ))}
        </section>
      ))}
    </>
  )
}

/** The number that the document gives the table; undefined for one that is not printed. */
function annexNumber({ content, state }: Report, table: ReportTable): number | undefined {
  const index = printedTables(content, state === 'draft').indexOf(table)
  return index < 0 ? undefined : index + 1
}

function ReportOutline({ report }: { report: Report }) {
  const t = useMessages(reportsMessages)
  const { content } = report
  return (
    <nav className="report-outline no-print" aria-label={t('reports.outline')}>
      {content.parts.map((part, index) => (
        <div key={part.key}>
          <strong>
            {roman(index + 1)}. {part.title}
          </strong>
          <ul>
            {part.sections.map((section) => {
              const state = section.text.trim() === '' ? 'empty' : 'written'
              return (
                <li key={section.key} data-state={state}>
                  <a href={`#section-${section.key}`}>{section.title}</a>
                  <span>{t(`reports.section-${state}`)}</span>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
      <ul>
        {content.tables.map((table) => (
          <li key={table.key}>
            <a href={`#annex-${table.key}`}>
              <AnnexName table={table} number={annexNumber(report, table)} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
