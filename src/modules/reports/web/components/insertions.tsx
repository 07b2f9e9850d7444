import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { ReportSection } from '../../shared/content.ts'
import { reportsFlowMessages } from '../../shared/messages-flow.ts'
import { checkQuery } from '../requests-flow.ts'

type InsertionsProps = { reportId: string; section: ReportSection; onInsert: (text: string) => void }

/** Sentences made of the numbers, and what the units below wrote in the same section, to put into the text. */
export function Insertions({ reportId, section, onInsert }: InsertionsProps) {
  const t = useMessages(reportsFlowMessages)
  const { data } = useQuery(checkQuery(reportId))
  const offers = (data?.offers[section.key] ?? []).filter((offer) => !section.text.includes(offer))
  const { gathered } = section
  return (
    <>
      {offers.length > 0 ? (
        <details className="report-insertions no-print">
          <summary>{t('reports.offers')}</summary>
          <ul>
            {offers.map((offer) => (
              <li key={offer}>
                <Text>{offer}</Text>
                <Button variant="default" onClick={() => onInsert(`- ${offer}`)}>
                  {t('reports.offer-take')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {gathered.length > 0 ? (
        <details className="report-insertions no-print">
          <summary>{t('reports.gathered', { count: gathered.length })}</summary>
          <ul>
            {gathered.map(({ areaId, name, text }) => (
              <li key={areaId}>
                <Text className="report-words">
                  <strong>{name}:</strong> {text}
                </Text>
                <Button variant="default" onClick={() => onInsert(`${name}: ${text}`)}>
                  {t('reports.gathered-take', { name: nameInSentence(name) })}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
