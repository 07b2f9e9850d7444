import { Alert, Text } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageSection } from '#ui/page-section.tsx'
import type { ImportRun } from '../../shared/contract-import.ts'
import { importMessages } from '../../shared/messages-import.ts'

/** The result of checking a file: how many rows of each kind, and new villages. */
export function ImportCounts({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages)
  const counts = [
    ['taken', run.takenRows],
    ['imported', run.importedRows],
    ['refused', run.refusedRows],
    ['held', run.heldRows],
    ['known', run.knownRows],
  ] as const
  return (
    <>
      <dl className="children-counts">
        {counts
          .filter(([key, count]) => count > 0 || key === 'refused')
          .map(([key, count]) => (
            <div key={key} data-kind={key}>
              <dt>{t(`children.count-${key}`)}</dt>
              <dd>{formatNumber(count)}</dd>
            </div>
          ))}
      </dl>
      {run.newVillages.length > 0 ? (
        <Alert
          color="blue"
          variant="light"
          title={t('children.new-villages', { count: run.newVillages.length })}
        >
          {run.newVillages.join(', ')}
        </Alert>
      ) : null}
    </>
  )
}

/** Which columns of the file were understood, and as what. */
export function ImportColumns({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages)
  return (
    <PageSection id="children-columns" title={t('children.columns')}>
      <ul className="children-columns">
        {run.columns
          .filter(({ heading }) => heading !== '')
          .map(({ index, heading, field }) => (
            <li key={index} data-known={field !== null}>
              <Text span fw={600}>
                {heading}
              </Text>
              {' → '}
              {field ? t(`children.column-${field}`) : t('children.column-unused')}
            </li>
          ))}
      </ul>
    </PageSection>
  )
}
