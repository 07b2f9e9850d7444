import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { DecideIndicator, type OwnIndicator } from '../../shared/contract-own.ts'
import { linesInWords, whoInWords } from '../../shared/fact-words.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsOwnMessages } from '../../shared/messages-own.ts'
import { useItemNames } from '../item-names.ts'
import { decideIndicator, ownQuery } from '../requests.ts'

/** "Trẻ đang ở địa bàn; là trẻ nữ → đã được ...". */
function Rule({ formula }: Pick<OwnIndicator, 'formula'>) {
  const { language } = useLanguage()
  const nameOf = useItemNames()
  const said = { language, nameOf }
  const counted = [whoInWords(formula.of.who, language), ...linesInWords(formula.of.where, said)].join('; ')
  const reached = formula.kind === 'share' ? linesInWords(formula.reached, said).join('; ') : null
  return reached === null ? (
    <>{counted}</>
  ) : (
    <>
      {counted} → <strong>{reached}</strong>
    </>
  )
}

function Days({ validFrom, validTo }: Pick<OwnIndicator, 'validFrom' | 'validTo'>) {
  const t = useMessages(indicatorsOwnMessages)
  const from = formatDay(validFrom)
  return (
    <>
      {validTo === null
        ? t('indicators.own-days', { from })
        : t('indicators.own-days-to', { from, to: formatDay(validTo) })}
    </>
  )
}

type ActionsProps = { own: OwnIndicator; onApprove: () => void; onReturn: () => void }

function Actions({ own, onApprove, onReturn }: ActionsProps) {
  const t = useMessages(indicatorsOwnMessages)
  if (own.state !== 'proposed')
    return (
      <PageButton variant="default" to="/indicators/own/new" search={{ code: own.code }}>
        {t('indicators.own-change')}
      </PageButton>
    )
  if (own.isMine) return <Text c="dimmed">{t('indicators.own-is-mine')}</Text>
  return (
    <Group gap="xs">
      <Button onClick={onApprove}>{t('indicators.own-approve')}</Button>
      <Button variant="default" onClick={onReturn}>
        {t('indicators.own-return')}
      </Button>
    </Group>
  )
}

function StateWords({ own }: { own: OwnIndicator }) {
  const t = useMessages(indicatorsOwnMessages)
  return (
    <>
      {t(`indicators.own-${own.state}`)}
      <Text c="dimmed">{t('indicators.own-version', { version: own.version, by: own.writtenBy })}</Text>
      {own.remark ? <Text c="dimmed">{own.remark}</Text> : null}
    </>
  )
}

function OwnList({ list }: { list: readonly OwnIndicator[] }) {
  const t = useMessages(indicatorsOwnMessages)
  const mayDefine = useMay()('indicators.define')
  const queries = useQueryClient()
  const [returning, setReturning] = useState<string | undefined>()
  const refresh = () => queries.invalidateQueries({ queryKey: ['indicators'] })
  const deciding = useMutation({
    mutationFn: (id: string) => decideIndicator(id, { approve: true, remark: null }),
    onSuccess: refresh,
  })
  return (
    <>
      <ProblemNote problem={deciding.error} />
      <DataList
        label={t('indicators.own')}
        rows={list}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t(mayDefine ? 'indicators.own-none' : 'indicators.own-none-read')} />}
        columns={[
          { key: 'name', heading: t('indicators.own-name'), kind: 'title', cell: ({ nameVi }) => nameVi },
          { key: 'rule', heading: t('indicators.own-rule'), cell: (own) => <Rule formula={own.formula} /> },
          { key: 'valid', heading: t('indicators.own-valid'), cell: (own) => <Days {...own} /> },
          { key: 'state', heading: t('indicators.own-state'), cell: (own) => <StateWords own={own} /> },
          {
            key: 'actions',
            heading: '',
            kind: 'actions',
            cell: (own) =>
              mayDefine ? (
                <Actions
                  own={own}
                  onApprove={() => deciding.mutate(own.id)}
                  onReturn={() => setReturning(own.id)}
                />
              ) : null,
          },
        ]}
      />
      {returning ? <ReturnForm id={returning} onEnd={() => setReturning(undefined)} /> : null}
    </>
  )
}

function ReturnForm({ id, onEnd }: { id: string; onEnd: () => void }) {
  const t = useMessages(indicatorsOwnMessages)
  const queries = useQueryClient()
  const done = () => {
    onEnd()
    void queries.invalidateQueries({ queryKey: ['indicators'] })
  }
  return (
    <FormDialog
      title={t('indicators.own-return-title')}
      fields={[{ name: 'remark', label: t('indicators.own-remark'), kind: 'long', required: true }]}
      fixed={() => ({ approve: false })}
      contract={DecideIndicator}
      send={(decision) => decideIndicator(id, decision)}
      onDone={done}
      onClose={onEnd}
    />
  )
}

/** Indicators that the place or a place around it made, with every version. */
export function Page() {
  const t = useMessages(indicatorsOwnMessages)
  const all = useMessages(indicatorsMessages)
  const may = useMay()
  const { data, error, refetch } = useQuery(ownQuery)
  return (
    <Stack gap="md">
      <PageHead
        title={t('indicators.own')}
        lead={<Text>{t('indicators.own-lead')}</Text>}
        back={{ to: '/indicators/list', label: all('indicators.list') }}
        actions={
          may('indicators.define') ? (
            <PageButton to="/indicators/own/new">{t('indicators.own-new')}</PageButton>
          ) : null
        }
      />
      <ProblemNote problem={error} onTryAgain={() => void refetch()} />
      {data ? <OwnList list={data} /> : error ? null : <Loading />}
    </Stack>
  )
}
